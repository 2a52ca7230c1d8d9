import type { TenantId } from '../../domain/identifiers.ts';
import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { Instant } from '../../domain/instant.ts';
import { revisionOf } from '../../domain/invitations/claim-groups.ts';
import type { Claim, ClaimSource } from '../../domain/invitations/claim.ts';
import type { Invitation, InvitingPartner } from '../../domain/invitations/invitation.ts';
import {
  arrivalPriority,
  sourceOf,
  type PendingInvitation,
  type PendingSource,
} from '../../domain/invitations/pending-invitation.ts';
import { claimsOf, outranks } from '../../domain/invitations/with-claim.ts';
import { auditChange } from '../history/audit-changes.ts';
import { announcementChange } from '../notifications/announce.ts';
import { update, upsert } from '../ports/changes.ts';
import type { NewId } from '../ports/clock.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';

/**
 * The changes that store a pending invitation with what one more source claims of it, and bring its cards up to date.
 * What a person or a mail adds goes on record. A source that counts for more than all before it makes it count as its own, and everyone is told who was not.
 * @param joined the invitation with that claim
 */
export async function joiningChanges(
  store: Store,
  tenant: TenantId,
  record: Versioned<Invitation>,
  joined: Invitation,
  { claim, at, newId }: { readonly claim: Claim; readonly at: Instant; readonly newId: NewId },
): Promise<Change[]> {
  const { id, value: before } = record;
  const countsMost = outranks(claim.source, claimsOf(before));
  const source = pendingSource(claim.source, joined.partner);
  const pending = await store.get(tenant, 'pendingInvitation', id);
  const value = {
    ...pending?.value,
    lapsesAt: joined.lapsesAt,
    ...(countsMost && source !== undefined && { source }),
    ...firstSource(before, pending?.value, claim.source),
  };
  const changes = [update('invitation', record, joined), upsert('pendingInvitation', id, value, pending)];
  if (revisionOf(before) === revisionOf(joined)) return changes;
  const announcement = {
    subject: { kind: 'invitation', invitation: joined.id },
    to: { kind: countsMost ? 'everyone' : 'holders' },
    at,
    priority: source === undefined ? 'pasted' : arrivalPriority(source),
  } as const;
  const { source: from } = claim;
  const event = { kind: 'invitationClaimAdded', ...aboutInvitation(joined) } as const;
  return [
    ...changes,
    announcementChange(`${id} claimed ${newId()}`, announcement),
    ...(from.kind === 'person' ? [auditChange(at, from.by, event)] : []),
    ...(from.kind === 'mailbox' ? [auditChange(at, { mailbox: from.address }, event)] : []),
  ];
}

/**
 * The changes that remember that one more person pasted a pending invitation, who claims nothing new of it; none if it
 * is known already.
 */
export async function sharingChanges(
  store: Store,
  tenant: TenantId,
  record: Versioned<Invitation>,
  by: ClaimSource,
): Promise<Change[]> {
  const pending = await store.get(tenant, 'pendingInvitation', record.id);
  if (pending === undefined) return [];
  const added = firstSource(record.value, pending.value, by);
  if (pending.value.first !== undefined || added.first === undefined) return [];
  // The invitation itself, too: whoever decides it at this moment then conflicts.
  return [
    update('invitation', record, record.value),
    update('pendingInvitation', pending, { ...pending.value, ...added }),
  ];
}

/** Where an invitation was from before this source, if that was another. */
function firstSource(
  invitation: Invitation,
  pending: PendingInvitation | undefined,
  by: ClaimSource,
): Pick<PendingInvitation, 'first'> {
  if (pending?.first !== undefined) return { first: pending.first };
  const first = pending?.source ?? sourceOf(invitation, false);
  const isSame =
    first.kind === 'pasted'
      ? by.kind === 'person' && by.by.person === first.by.person
      : by.kind === first.kind;
  return isSame ? {} : { first };
}

function pendingSource(source: ClaimSource, { id: partner }: InvitingPartner): PendingSource | undefined {
  if (source.kind === 'submitted') return { kind: 'submitted', partner };
  if (source.kind === 'others') return undefined;
  if (source.kind === 'mailbox') return { kind: 'mailbox', partner };
  const { by, isAdministrator } = source;
  return { kind: 'pasted', partner, by, isAdministrator };
}
