import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { SubscriberId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  sourceKey,
  sourcesOfLink,
  type InvitationSource,
} from '../../domain/invitations/invitation-fingerprint.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type {
  Invitation,
  InvitationOrigin,
  InvitingPartner,
  Offer,
} from '../../domain/invitations/invitation.ts';
import { sourceOf } from '../../domain/invitations/pending-invitation.ts';
import { auditChange } from '../history/audit-changes.ts';
import { insert, upsert } from '../ports/changes.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { announceArrival } from './invitation-announcements.ts';

/**
 * The changes that store a new invitation, so that each of its sources finds it: its submitted id and its link.
 * A source of an earlier invitation then finds this one.
 */
export async function storingChanges(
  store: Store,
  tenant: TenantId,
  invitation: Invitation,
  {
    fingerprint,
    shownIn,
    isAdministrator = false,
  }: {
    readonly fingerprint: string;
    readonly shownIn?: SubscriberId | undefined;
    /** Whether the person who pasted it is one. */
    readonly isAdministrator?: boolean;
  },
): Promise<Change[]> {
  const { id, origin, lapsesAt, receivedAt, status } = invitation;
  const source = sourceOf(invitation, isAdministrator);
  const event = { kind: 'invitationReceived', ...aboutInvitation(invitation), origin: origin.kind } as const;
  return [
    insert('invitation', id, invitation),
    ...(status.kind === 'pending' ? [insert('pendingInvitation', id, { lapsesAt, source })] : []),
    ...(await Promise.all(
      sourcesOf(invitation).map(async (source): Promise<Change> => {
        const key = sourceKey(source);
        const known = await store.get(tenant, 'receivedInvitation', key);
        return upsert('receivedInvitation', key, { invitation: id, fingerprint }, known);
      }),
    )),
    ...announceArrival(invitation, source, shownIn),
    auditChange(receivedAt, whoBrought(origin), event),
  ];
}

function whoBrought(origin: InvitationOrigin): AuditEntry['by'] {
  if (origin.kind === 'posted') return 'intake';
  return origin.kind === 'mailbox' ? { mailbox: origin.address } : origin.by;
}

/** The invitation that last came from a source, with the fingerprint it came with. */
export async function findBySource(store: Store, tenant: TenantId, source: InvitationSource) {
  const received = await store.get(tenant, 'receivedInvitation', sourceKey(source));
  if (received === undefined) return undefined;
  const { invitation: id, fingerprint } = received.value;
  const record = await store.get(tenant, 'invitation', id);
  if (record === undefined) throw new Error(`received invitation ${id} is not in the store`);
  return { record, fingerprint };
}

/** The invitation that last came with a link to the same, if it is pending, and from the same partner. */
export async function findPendingByLink(
  store: Store,
  tenant: TenantId,
  { link, partner }: Offer,
  now: Instant,
): Promise<Versioned<Invitation> | undefined> {
  for (const source of link === undefined ? [] : sourcesOfLink(link)) {
    const known = await findBySource(store, tenant, source);
    if (known === undefined) continue;
    const { record } = known;
    const isPending = asItStands(record.value, now).status.kind === 'pending';
    return isPending && isSamePartner(record.value.partner, partner) ? record : undefined;
  }
  return undefined;
}

/** A guess of a partner's id does not tell it from another. */
function isSamePartner(one: InvitingPartner, other: InvitingPartner): boolean {
  return one.id === other.id || one.idIsGuess || other.idIsGuess;
}

function sourcesOf({ origin, link }: Invitation): InvitationSource[] {
  return [
    ...(origin.kind === 'posted' ? [{ kind: 'postedId', postedId: origin.postedId } as const] : []),
    ...(link === undefined ? [] : sourcesOfLink(link).slice(0, 1)),
  ];
}

/**
 * The outcome for an invitation that arrived: `received` is new, and administrators must be notified; `known` came
 * before, and nothing changed; `withdrawn` was withdrawn just now, and those who have its card must be notified.
 */
export interface IntakeResult {
  readonly outcome: 'received' | 'known' | 'withdrawn';
  /** Its current state: one that arrived late may have expired already. */
  readonly invitation: Invitation;
}
