import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { isTooLate } from '../../domain/notifications/post-retry.ts';
import type { PendingPost, PostedCard } from '../../domain/notifications/post.ts';
import { remove, update, upsert } from '../ports/changes.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import type { PostAttempt, PostPorts } from './attempt-post.ts';
import { markUnreachable } from './subscriptions.ts';

/**
 * What is left of a pending post: nothing, more to send, or a retry, after `wait` milliseconds if the channel asks for
 * that.
 */
export type Remainder =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'more' }
  | { readonly kind: 'again'; readonly wait?: number };

/**
 * Stores the outcome of an attempt.
 * @throws DomainError('store-unavailable'); nothing was changed then
 */
export async function storePostAttempt(
  { store, clock, log }: Pick<PostPorts, 'store' | 'clock' | 'log'>,
  tenant: TenantId,
  attempt: PostAttempt,
): Promise<Remainder> {
  const { pending, step, outcome } = attempt;
  const { subject, subscriber, since } = pending.value;
  const post = { tenant, subject: subject.kind, step: step.kind };
  if (outcome.kind === 'later') {
    const now = clock.now();
    if (now < since) await restartAge(store, tenant, pending.id, now);
    if (!isTooLate(since, now)) return { ...outcome, kind: 'again' };
    log.warn(post, 'a post was given up: it was not taken for too long');
  }
  if (outcome.kind === 'refused') log.warn(post, 'a post was given up: it will never be taken');
  // A card that cannot be updated may only have been deleted by a reader.
  if (outcome.kind === 'gone' && step.kind !== 'update') {
    await markUnreachable({ store }, tenant, subscriber);
    log.info(post, 'stopped posting to a chat that is gone or blocked');
  }
  return retryOnConflict(async () => {
    const current = await store.get(tenant, 'pendingPost', pending.id);
    const card = await store.get(tenant, 'postedCard', pending.id);
    const left = pendingAfter(attempt, current);
    const isOver = left === undefined && attempt.rendering?.isFinal === true;
    await store.commit(tenant, [
      ...pendingChange(current, left),
      ...cardChange(pending.id, card, isOver ? undefined : cardAfter(attempt, card?.value)),
    ]);
    return { kind: left === undefined ? 'nothing' : 'more' };
  });
}

/** After the clock went back: a post that is never accepted must not be retried for that much longer. */
async function restartAge(store: Store, tenant: TenantId, id: string, now: Instant): Promise<void> {
  await retryOnConflict(async () => {
    const current = await store.get(tenant, 'pendingPost', id);
    if (current === undefined) return;
    const value = { ...current.value, since: now };
    await store.commit(tenant, [update('pendingPost', current, value)]);
  });
}

/** What is still to be sent. `current`: the record now; it may have been made pending again meanwhile. */
function pendingAfter(
  { pending, step, outcome, rendering }: PostAttempt,
  current: Versioned<PendingPost> | undefined,
): PendingPost | undefined {
  if (current === undefined) return undefined;
  const needsMessage = step.kind === 'update' && outcome.kind !== 'later' && rendering?.message !== undefined;
  if (needsMessage && !current.value.isQuiet) return { ...current.value, owesMessage: true };
  if (current.version === pending.version) return undefined;
  return step.kind === 'say' ? { ...current.value, owesMessage: false } : current.value;
}

function pendingChange(
  current: Versioned<PendingPost> | undefined,
  left: PendingPost | undefined,
): readonly Change[] {
  if (current === undefined || left === current.value) return [];
  return [left === undefined ? remove('pendingPost', current) : update('pendingPost', current, left)];
}

function cardAfter(
  { step, outcome, rendering }: PostAttempt,
  card: PostedCard | undefined,
): PostedCard | undefined {
  if (rendering === undefined) return card;
  const { revision } = rendering;
  if (step.kind === 'post' && outcome.kind === 'taken') return { message: outcome.message, revision };
  // Also where the update was refused: it would be refused again.
  if (step.kind === 'update' && outcome.kind !== 'later') return { message: step.message, revision };
  return card;
}

function cardChange(
  id: string,
  known: Versioned<PostedCard> | undefined,
  value: PostedCard | undefined,
): readonly Change[] {
  if (value === known?.value) return [];
  if (value !== undefined) return [upsert('postedCard', id, value, known)];
  return known === undefined ? [] : [remove('postedCard', known)];
}
