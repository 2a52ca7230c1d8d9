import type { Actor } from '../../domain/actor.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Clock } from '../ports/clock.ts';
import type { Page, Store } from '../ports/store.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/** The two lists of a tenant's invitations. */
export const invitationLists = ['pending', 'decided'] as const;

export interface InvitationQuery {
  readonly which: (typeof invitationLists)[number];
  /** Maximum to return; 1 or more. */
  readonly limit: number;
  /** `next` of the previous page. */
  readonly after?: string | undefined;
}

/**
 * The pending or the decided invitations of the actor's tenant, newest first by when they were received. Anyone of the
 * tenant may see them. An expired one counts as decided, whether or not the expiry was recorded yet.
 * @throws DomainError('store-unavailable')
 */
export async function listInvitations(
  ports: Ports,
  actor: Actor,
  { which, limit, after }: InvitationQuery,
): Promise<Page<Invitation>> {
  const found: Invitation[] = [];
  let next = after;
  do {
    // One extra tells whether another page follows.
    const page = await read(ports, actor, { which, limit: limit + 1 - found.length, after: next });
    found.push(...page.items.filter(({ status }) => (status.kind === 'pending') === (which === 'pending')));
    next = page.next;
  } while (next !== undefined && found.length <= limit);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return found.length > limit && last !== undefined ? { items, next: last.id } : { items };
}

async function read(
  { store, clock }: Ports,
  actor: Actor,
  { which, limit, after }: InvitationQuery,
): Promise<Page<Invitation>> {
  const query = { limit, order: 'descending', ...(after !== undefined && { after }) } as const;
  const { items, ...page } =
    which === 'pending'
      ? await pendingRecords(store, actor, query)
      : await store.list(actor.tenant, 'invitation', query);
  const now = clock.now();
  return { ...page, items: items.map(({ value }) => asItStands(value, now)) };
}

/** Reads the pending ones by their own index, so that the number decided does not matter. */
async function pendingRecords(store: Store, actor: Actor, query: Parameters<Store['list']>[2]) {
  const page = await store.list(actor.tenant, 'pendingInvitation', query);
  const records = await Promise.all(page.items.map(({ id }) => store.get(actor.tenant, 'invitation', id)));
  return { ...page, items: records.filter((record) => record !== undefined) };
}
