import type { Actor } from '../../domain/actor.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { acceptPartners, hasOneOf, mayDecide, notAllowed } from '../../domain/invitations/decision-rights.ts';
import { asItStands, cancel } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { isInGroup, type PendingGroup } from '../../domain/invitations/pending-group.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import type { Change, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import type { DecidingPorts } from './decide-invitation.ts';
import { pendingInvitations } from './pending-invitations.ts';
import { settlingChanges } from './settle-invitation.ts';

/** Maximum cancelled by one press, so that it is answered in time. */
const maxCancelled = 200;

/** Per commit: some stores limit the changes in one. */
const perCommit = 20;

/** The invitations of a group that are pending now: the oldest, at most `maxCancelled`. */
export interface OpenedGroup {
  readonly group: PendingGroup;
  /** Those that this person may cancel; pasted ones, and ones submitted with a signature. */
  readonly pasted: readonly Invitation[];
  readonly submitted: readonly Invitation[];
  /** Those that take another role. */
  readonly others: readonly Invitation[];
  /** How many more the group has. */
  readonly further: number;
}

/**
 * Reads the pending invitations of a group, for the question before they are cancelled. Changes nothing.
 * @throws DomainError('not-allowed' or 'store-unavailable')
 */
export async function openGroup(
  ports: DecidingPorts,
  actor: Actor,
  group: PendingGroup,
): Promise<OpenedGroup> {
  const { store, roles, clock } = ports;
  const held = await roles.rolesOf(actor);
  const now = clock.now();
  const members = (await pendingInvitations(store, actor.tenant, now)).filter(({ source }) =>
    isInGroup(source, group),
  );
  const first = members.slice(0, maxCancelled);
  const records = await Promise.all(first.map(({ id }) => store.get(actor.tenant, 'invitation', id)));
  const invitations = records.flatMap((record) => (record === undefined ? [] : [record.value]));
  if (!hasOneOf(held, acceptPartners)) throw notAllowed(invitations[0]);
  const allowed = invitations.filter((invitation) => mayDecide(held, invitation));
  return {
    group,
    pasted: allowed.filter(({ origin }) => origin.kind !== 'posted'),
    submitted: allowed.filter(({ origin }) => origin.kind === 'posted'),
    others: invitations.filter((invitation) => !mayDecide(held, invitation)),
    further: members.length - first.length,
  };
}

export interface GroupCancellation {
  readonly group: PendingGroup;
  /** The latest invitation that the person was asked about: what came later stays. */
  readonly upTo: InvitationId;
  /** Whether to cancel those submitted with a signature, too. */
  readonly withSubmitted: boolean;
  readonly reason?: string | undefined;
}

export interface GroupReceipt {
  readonly cancelled: number;
  /** Those that could not be stored; they are pending as before. */
  readonly unsaved: number;
}

/**
 * Cancels the pending invitations of a group, each with its own decision and audit entry; those that somebody else
 * decides at the same moment stay as they were decided. Cards change without a message: there may be very many.
 * @throws DomainError('not-allowed', 'invitation-not-found' or 'store-unavailable'); nothing changed then
 */
export async function cancelGroup(
  ports: DecidingPorts,
  actor: Actor,
  { group, upTo, withSubmitted, reason }: GroupCancellation,
): Promise<GroupReceipt> {
  const { store, roles, clock } = ports;
  const { tenant } = actor;
  const held = await roles.rolesOf(actor);
  const last = (await store.get(tenant, 'invitation', upTo))?.value;
  if (!hasOneOf(held, acceptPartners)) {
    await store.commit(tenant, await refusal(ports, actor, upTo, last));
    throw notAllowed(last);
  }
  if (last === undefined) {
    await store.commit(tenant, await refusal(ports, actor, upTo, undefined));
    throw new DomainError('invitation-not-found', {});
  }
  const meant = (await pendingInvitations(store, tenant, clock.now()))
    .filter(({ id, source }) => id <= upTo && isInGroup(source, group))
    .filter(({ source }) => withSubmitted || source.kind === 'pasted')
    .slice(0, maxCancelled);

  let cancelled = 0;
  for (let from = 0; from < meant.length; from += perCommit) {
    const ids = meant.slice(from, from + perCommit).map(({ id }) => id);
    try {
      cancelled += await retryOnConflict(async () => {
        const now = clock.now();
        const records = await Promise.all(ids.map((id) => store.get(tenant, 'invitation', id)));
        const pending = records
          .filter((record) => record !== undefined)
          .filter(({ value }) => asItStands(value, now).status.kind === 'pending' && mayDecide(held, value))
          // It may have been submitted with a signature meanwhile.
          .filter(({ value }) => withSubmitted || value.origin.kind !== 'posted');
        const changes = await Promise.all(
          pending.map((record) => cancelling(ports, actor, record, { at: now, reason })),
        );
        if (changes.length > 0) await store.commit(tenant, changes.flat());
        return pending.length;
      });
    } catch (error) {
      if (cancelled === 0 || !isDomainError(error, 'store-unavailable')) throw error;
      return { cancelled, unsaved: meant.length - from };
    }
  }
  return { cancelled, unsaved: 0 };
}

async function cancelling(
  { store }: DecidingPorts,
  actor: Actor,
  record: Versioned<Invitation>,
  { at, reason }: { readonly at: Instant; readonly reason: string | undefined },
): Promise<Change[]> {
  const invitation = cancel(record.value, { by: namedPerson(actor), at, reason });
  const given = invitation.status.reason === undefined ? {} : { reason: invitation.status.reason };
  const event = { kind: 'invitationCancelled', ...aboutInvitation(invitation), ...given } as const;
  return [
    ...(await settlingChanges(store, actor.tenant, record, invitation, { isQuiet: true })),
    auditChange(at, namedPerson(actor), event),
  ];
}

async function refusal(
  { store, clock }: DecidingPorts,
  actor: Actor,
  id: InvitationId,
  invitation: Invitation | undefined,
): Promise<readonly Change[]> {
  const event =
    invitation === undefined
      ? ({ kind: 'unknownRefused', about: 'invitation', id, wanted: 'cancel', why: 'unknown' } as const)
      : ({ kind: 'decisionRefused', ...aboutInvitation(invitation), wanted: 'cancel', why: 'role' } as const);
  return refusalChanges(store, actor, clock.now(), event);
}
