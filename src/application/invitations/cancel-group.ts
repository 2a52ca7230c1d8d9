import type { Actor } from '../../domain/actor.ts';
import { DomainError, isDomainError } from '../../domain/domain-error.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import {
  acceptPartners,
  hasOneOf,
  mayDecide,
  rolesThatDecide,
} from '../../domain/invitations/decision-rights.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import {
  isInGroup,
  isShared,
  wasInGroup,
  type PendingGroup,
} from '../../domain/invitations/pending-group.ts';
import { isClaimedByAlone, isClaimedByMailAlone } from '../../domain/invitations/with-claim.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { auditChange } from '../history/audit-changes.ts';
import type { Change, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';
import { cancelled } from './cancel-invitation.ts';
import { decisionRefusal, type DecidingPorts } from './decide-invitation.ts';
import { pendingInvitations } from './pending-invitations.ts';
import { settlingChanges } from './settle-invitation.ts';

/** Maximum cancelled by one press, so that it is answered in time. */
const maxCancelled = 200;

/** Per commit: some stores limit the changes in one. */
const perCommit = 20;

/** The invitations of a group that are pending now: the oldest, at most `maxCancelled`. */
export interface OpenedGroup {
  readonly group: PendingGroup;
  /** Those that this person may cancel; pasted or mailed ones, and ones submitted with a signature. */
  readonly pasted: readonly Invitation[];
  readonly submitted: readonly Invitation[];
  /** Those that take another role. */
  readonly others: readonly Invitation[];
  /** How many are not in it because somebody else submitted or pasted them, too. */
  readonly shared: number;
  /** How many more the group has. */
  readonly further: number;
  /** How many pending ones, up to the latest of these, are or were in the group. */
  readonly known: number;
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
  const related = (await pendingInvitations(store, actor.tenant, now)).filter((one) =>
    wasInGroup(one, group),
  );
  const members = related.filter((one) => isInGroup(one, group));
  const first = members.slice(0, maxCancelled);
  const records = await Promise.all(first.map(({ id }) => store.get(actor.tenant, 'invitation', id)));
  const found = records.flatMap((record) => (record === undefined ? [] : [record.value]));
  if (!hasOneOf(held, acceptPartners)) throw await roleRefusal(roles, actor, rolesThatDecide(found[0]));
  const invitations = found.filter((invitation) => isOnlyOf(group, invitation));
  const latest = first.at(-1)?.id;
  const allowed = invitations.filter((invitation) => mayDecide(held, invitation));
  return {
    group,
    pasted: allowed.filter(({ origin }) => origin.kind !== 'posted'),
    submitted: allowed.filter(({ origin }) => origin.kind === 'posted'),
    others: invitations.filter((invitation) => !mayDecide(held, invitation)),
    shared: found.length - invitations.length + related.filter((one) => isShared(one, group)).length,
    further: members.length - first.length,
    known: related.filter(({ id: one }) => latest !== undefined && one <= latest).length,
  };
}

export interface GroupCancellation {
  readonly group: PendingGroup;
  /** The latest invitation that the person was asked about: what came later stays. */
  readonly upTo: InvitationId;
  /** Whether to cancel those submitted with a signature, too. */
  readonly withSubmitted: boolean;
  /** How many were, or had been, in the group when the person was asked; absent on older cards. */
  readonly known?: number | undefined;
  readonly reason?: string | undefined;
}

export interface GroupReceipt {
  readonly cancelled: number;
  /** Those that stay pending because somebody else submitted or pasted them, too. */
  readonly shared: number;
  /** Those that stay pending because they take another role. */
  readonly others: number;
  /** Those that were decided, withdrawn or expired since the person was asked. */
  readonly settled: number;
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
  { group, upTo, withSubmitted, known, reason }: GroupCancellation,
): Promise<GroupReceipt> {
  const { store, roles, clock } = ports;
  const { tenant } = actor;
  const held = await roles.rolesOf(actor);
  const last = (await store.get(tenant, 'invitation', upTo))?.value;
  const isAllowed = hasOneOf(held, acceptPartners);
  if (!isAllowed || last === undefined) {
    const refused = { id: upTo, invitation: last, wanted: 'cancel', why: 'role' } as const;
    await store.commit(tenant, await decisionRefusal(store, actor, clock.now(), refused));
    if (!isAllowed) throw await roleRefusal(roles, actor, rolesThatDecide(last));
    throw new DomainError('invitation-not-found', {});
  }
  const related = (await pendingInvitations(store, tenant, clock.now())).filter(
    (one) => one.id <= upTo && wasInGroup(one, group),
  );
  const meant = related
    .filter((one) => isInGroup(one, group))
    .filter(({ source }) => withSubmitted || source.kind !== 'submitted')
    .slice(0, maxCancelled);
  const receipt = {
    cancelled: 0,
    shared: related.filter((one) => isShared(one, group) && !meant.includes(one)).length,
    others: 0,
    settled: Math.max(0, (known ?? related.length) - related.length),
    unsaved: 0,
  };

  for (let from = 0; from < meant.length; from += perCommit) {
    const ids = meant.slice(from, from + perCommit).map(({ id }) => id);
    try {
      const fates = await retryOnConflict(async () => {
        const now = clock.now();
        const read = await Promise.all(
          ids.map((id) => readForGroup(ports, actor, id, { group, held, withSubmitted, now })),
        );
        const pending = read.flatMap((one) => (one.fate === 'cancelled' ? [one.record] : []));
        const changes = await Promise.all(
          pending.map((record) => cancelling(ports, actor, record, { at: now, reason })),
        );
        if (changes.length > 0) await store.commit(tenant, changes.flat());
        return read.map(({ fate }) => fate);
      });
      for (const fate of fates) receipt[fate] += 1;
    } catch (error) {
      if (receipt.cancelled === 0 || !isDomainError(error, 'store-unavailable')) throw error;
      return { ...receipt, unsaved: meant.length - from };
    }
  }
  return receipt;
}

type Read =
  | { readonly fate: 'cancelled'; readonly record: Versioned<Invitation> }
  | { readonly fate: 'settled' | 'others' | 'shared' };

interface Reading extends Pick<GroupCancellation, 'group' | 'withSubmitted'> {
  readonly held: Parameters<typeof mayDecide>[0];
  readonly now: Instant;
}

/** Reads one that is meant, and whether it is to be cancelled still: it may have changed since it was listed. */
async function readForGroup(
  { store }: DecidingPorts,
  { tenant }: Actor,
  id: InvitationId,
  { group, held, withSubmitted, now }: Reading,
): Promise<Read> {
  // First, so that whoever pastes it after this makes the commit conflict.
  const record = await store.get(tenant, 'invitation', id);
  const first = (await store.get(tenant, 'pendingInvitation', id))?.value.first;
  if (record === undefined || asItStands(record.value, now).status.kind !== 'pending') {
    return { fate: 'settled' };
  }
  const isJoined = !withSubmitted && record.value.origin.kind === 'posted';
  const isOthersToo = group.kind !== 'partner' && first !== undefined;
  if (isJoined || isOthersToo || !isOnlyOf(group, record.value)) return { fate: 'shared' };
  return mayDecide(held, record.value) ? { fate: 'cancelled', record } : { fate: 'others' };
}

/** Whether no claim shows that it is somebody else's, too; what is older was stored without where it was from first. */
function isOnlyOf(group: PendingGroup, invitation: Invitation): boolean {
  switch (group.kind) {
    case 'partner':
      return true;
    case 'mailbox':
      return isClaimedByMailAlone(invitation);
    case 'person':
      return isClaimedByAlone(invitation, group.of);
  }
}

async function cancelling(
  { store }: DecidingPorts,
  actor: Actor,
  record: Versioned<Invitation>,
  decision: { readonly at: Instant; readonly reason: string | undefined },
): Promise<Change[]> {
  const { invitation, event } = cancelled(record.value, actor, decision);
  return [
    ...(await settlingChanges(store, actor.tenant, record, invitation, { isQuiet: true })),
    auditChange(decision.at, namedPerson(actor), event),
  ];
}
