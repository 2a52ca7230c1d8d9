import type { Instant } from '../instant.ts';
import type { Effect, OtherRoles } from '../invitations/invitation-status.ts';
import type { InvitationThatIs } from '../invitations/invitation.ts';
import { grantOf, rolesOf } from '../partners/delegated-admin-access.ts';
import type { RemovedRelationship } from '../partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';
import { seenIn } from './join-partners.ts';
import type { TenantPart } from './tenant-reads.ts';
import { hasAccess, isRoleless, type SeenPartner, type TenantSnapshot } from './tenant-snapshot.ts';
import { evidenceOf, knownRoles, rolesBeyond } from './what-shows.ts';

/** Whether the tenant may still confirm an effect: `recorded` and `inEffect` are of a desk that did not read it yet. */
export function mayBeConfirmed({ kind }: Effect): boolean {
  return kind === 'awaiting' || kind === 'recorded' || kind === 'inEffect';
}

/**
 * What the tenant shows of an authorization, if it shows it: read since the decision, and there now. Where roles are
 * claimed, and all of them are there, it does, also if they were there before. Else roles that the partner had before,
 * or that another decision explains, are no sign of this one.
 * @param relationship with the same partner
 * @returns undefined if it does not show it
 */
export function authorizationShown(
  invitation: InvitationThatIs<'authorized'>,
  relationship: PartnerRelationship,
  snapshot: TenantSnapshot,
): { readonly otherRoles?: OtherRoles } | undefined {
  const { partner, status } = invitation;
  const seen = seenIn(snapshot, partner.id);
  const evidence = evidenceOf(invitation.function);
  if (seen === undefined || evidence === 'nothing') return undefined;
  // A forged link can make a guess anything: only what was certainly not there before can be what was meant.
  const isCompared = status.effect.kind === 'awaiting' && status.effect.rolesBefore !== undefined;
  if (partner.idIsGuess && !isCompared && !isNewSince(seen, status.at, snapshot)) return undefined;
  const isProvider = seen.isProvider && hasAccess(seen) && wasReadSince(snapshot, 'providers', status.at);
  if (evidence === 'sales') {
    const sells = seen.sells === true && wasReadSince(snapshot, 'subscriptions', status.at);
    return isProvider || sells ? {} : undefined;
  }
  const isRead = (['roles', 'allowedRoles'] as const).some((part) => wasReadSince(snapshot, part, status.at));
  return isProvider && isRead ? rolesShown(invitation, relationship, seen) : undefined;
}

function rolesShown(
  invitation: InvitationThatIs<'authorized'>,
  { delegatedAdmin }: PartnerRelationship,
  seen: SeenPartner,
): { readonly otherRoles?: OtherRoles } | undefined {
  const { effect } = invitation.status;
  const grant = grantOf(invitation);
  const claimed = grant?.kind === 'granular' && grant.roles !== 'notKnown' ? grant.roles : undefined;
  const grants = delegatedAdmin.kind === 'active' ? delegatedAdmin.grants : [];
  const others = grants.filter((each) => each.invitation !== invitation.id).flatMap(rolesOf);
  const before = effect.kind === 'awaiting' ? (effect.rolesBefore ?? []) : [];
  const roles = rolesBeyond(knownRoles(seen), before);
  const fresh = rolesBeyond(roles, rolesBeyond(others, claimed ?? []));
  const hasAll = claimed !== undefined && rolesBeyond(claimed, knownRoles(seen)).length === 0;
  if (fresh.length === 0 && (!hasAll || invitation.partner.idIsGuess)) return undefined;
  if (claimed === undefined) return {};
  const more = rolesBeyond(fresh, claimed);
  // What is held is not all that may be given.
  const missing = seen.allowedRoles === 'notKnown' ? [] : rolesBeyond(claimed, knownRoles(seen));
  return more.length + missing.length === 0 ? {} : { otherRoles: { more, missing } };
}

/** Whether the tenant shows that the partner has no delegated permissions: in two complete reads, one since the removal. */
export function removalShown(
  { partner, functions, delegatedAdmin }: RemovedRelationship,
  { lastCompleteAt, firstCompleteAt, ...snapshot }: TenantSnapshot,
): boolean {
  if (lastCompleteAt === undefined || lastCompleteAt < delegatedAdmin.at) return false;
  if (partner.idIsGuess && functions.every(({ effect }) => effect.kind !== 'confirmed')) return false;
  const seen = seenIn(snapshot, partner.id);
  // One that was never seen was absent from the first complete read as from the last.
  return seen === undefined ? firstCompleteAt !== lastCompleteAt : isRoleless(seen);
}

function isNewSince(seen: SeenPartner, at: Instant, { firstCompleteAt }: TenantSnapshot): boolean {
  return firstCompleteAt !== undefined && firstCompleteAt < at && seen.firstSeenAt > at;
}

function wasReadSince({ reads }: TenantSnapshot, part: TenantPart, at: Instant): boolean {
  const lastReadAt = reads[part]?.lastReadAt;
  return lastReadAt !== undefined && lastReadAt >= at;
}
