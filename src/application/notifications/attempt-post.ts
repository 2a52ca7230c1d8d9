import type { TenantId } from '../../domain/identifiers.ts';
import {
  nextStep,
  type PostStep,
  type PendingPost,
  type Rendering,
} from '../../domain/notifications/post.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { Clock, RandomBytes, Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Meter } from '../ports/meter.ts';
import type { Poster, PostOutcome, RenderPost } from '../ports/posts.ts';
import type { Store, Versioned } from '../ports/store.ts';

export interface PostPorts {
  readonly store: Store;
  readonly poster: Poster;
  readonly renderPost: RenderPost;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly randomBytes: RandomBytes;
  readonly meter: Meter;
  readonly log: Log;
}

/** One attempt to send something to a subscriber, with its outcome. */
export interface PostAttempt {
  readonly pending: Versioned<PendingPost>;
  readonly step: PostStep;
  /** Absent if the subject or the subscriber is gone or unreachable. */
  readonly rendering?: Rendering;
  readonly outcome: PostOutcome;
}

/** Of one attempt; milliseconds. After it the attempt is retried later. */
export const postTimeout = 10_000;

const nothingSent = { step: { kind: 'nothing' }, outcome: { kind: 'taken', message: '' } } as const;

/**
 * Sends the next thing that a pending post needs. Never throws because of the channel.
 * @returns undefined if the post is no longer pending
 * @throws DomainError('store-unavailable'), and what `renderPost` throws; nothing was sent then
 */
export async function attemptPost(
  ports: PostPorts,
  tenant: TenantId,
  id: string,
): Promise<PostAttempt | undefined> {
  const { store, renderPost } = ports;
  const pending = await store.get(tenant, 'pendingPost', id);
  if (pending === undefined) return undefined;
  const { subject } = pending.value;
  const subscriber = (await store.get(tenant, 'subscriber', pending.value.subscriber))?.value;
  if (subscriber?.state !== 'reachable') return { pending, ...nothingSent };
  const reader = await readerOf(store, tenant, subscriber);
  const rendering = await renderPost(tenant, subject, { subscriber, ...reader });
  if (rendering === undefined) return { pending, ...nothingSent };
  const posted = await store.get(tenant, 'postedCard', id);
  const isQuiet = pending.value.isQuiet || (subject.kind === 'invitation' && !subscriber.isTold);
  const step = nextStep({ ...pending.value, isQuiet }, posted?.value, rendering);
  return { pending, step, rendering, outcome: await send(ports, subscriber, step) };
}

async function readerOf(store: Store, tenant: TenantId, { audience, language }: Subscriber) {
  if (audience.kind === 'group') return { language };
  const person = (await store.get(tenant, 'person', audience.person))?.value;
  const timeZone = person?.timeZone;
  return { language: person?.language ?? language, ...(timeZone !== undefined && { timeZone }) };
}

async function send(
  { poster, timer }: PostPorts,
  subscriber: Subscriber,
  step: PostStep,
): Promise<PostOutcome> {
  if (step.kind === 'nothing') return nothingSent.outcome;
  const abort = new AbortController();
  const cancel = timer.after(postTimeout, () => {
    abort.abort();
  });
  try {
    return step.kind === 'update'
      ? await poster.update(subscriber, step.message, step.content, abort.signal)
      : await poster.post(subscriber, step.content, abort.signal);
  } finally {
    cancel();
  }
}
