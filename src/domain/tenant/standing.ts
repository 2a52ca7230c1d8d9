import type { Instant } from '../instant.ts';
import { accessAt } from '../partners/access-at.ts';
import { isRemoved, type RemovedRelationship } from '../partners/relationship-transitions.ts';
import { rolesOf, type DelegatedAdminGrant } from '../partners/delegated-admin-access.ts';
import type { AuthorizedFunction, PartnerRelationship } from '../partners/relationship.ts';
import {
  hasAccess,
  isGone,
  microsoftSupport,
  type SeenPartner,
  type TenantSnapshot,
} from './tenant-snapshot.ts';
import { canBeShown, evidenceOf, knownRoles, rolesBeyond, shows } from './what-shows.ts';

/** How what was decided about a partner and what the tenant shows agree; what needs attention first. */
export const standings = [
  /** It has access, and nothing was decided here, or not certainly about this partner. */
  'unknown',
  /** Its permissions were removed here, and it has access. */
  'returned',
  /** It is seen with roles beyond those that were decided. */
  'more',
  /** Once seen, and absent from two complete reads. */
  'gone',
  /** Authorized, and not seen yet. */
  'awaiting',
  /** Removed, and not seen to be so yet. */
  'awaitingRemoval',
  /** Decided, and seen. */
  'confirmed',
  /** Decided, and nothing in Microsoft Graph can show it. */
  'notShown',
  /** Decided, and what would show it was not read yet. */
  'notRead',
  /** Known from the subscriptions that it sold alone. */
  'resellerOnly',
  /** Microsoft Support, while a ticket is open. */
  'support',
  /** Removed here, and without access as far as was seen. */
  'removed',
] as const;

export type Standing = (typeof standings)[number];

interface Sources {
  readonly relationship: PartnerRelationship | undefined;
  readonly seen: SeenPartner | undefined;
  readonly snapshot: TenantSnapshot | undefined;
  readonly now: Instant;
}

/** @returns undefined for one that is neither decided nor seen */
export function standingOf({ relationship, seen, snapshot, now }: Sources): Standing | undefined {
  if (relationship === undefined || isBlank(relationship)) return seen && undecided(seen);
  if (isRemoved(relationship)) return removed(relationship, seen);
  const isAwaited = (entry: AuthorizedFunction) => entry.effect.kind === 'awaiting';
  const awaited = relationship.functions.filter(isAwaited);
  const mayShow = (entry: AuthorizedFunction) =>
    canBeShown({ ...entry, ...relationship.partner, grant: grantIn(relationship, entry) }, seen);
  if (awaited.length > 0) return awaited.some(mayShow) ? 'awaiting' : 'notShown';
  if (isUncertain(relationship)) return uncertain(seen);
  if (seen !== undefined && isGone(seen) && rolesExpected(relationship)) return 'gone';
  if (seen !== undefined && rolesMore(relationship, seen, now).length > 0) return 'more';
  return decided(relationship.functions.filter(mayShow), seen, snapshot);
}

/** Whether it only says that somebody looked at the partner. */
function isBlank({ functions, delegatedAdmin }: PartnerRelationship): boolean {
  return functions.length === 0 && delegatedAdmin.kind === 'none';
}

function grantIn(
  { delegatedAdmin }: PartnerRelationship,
  { invitation }: AuthorizedFunction,
): DelegatedAdminGrant | undefined {
  const grants = delegatedAdmin.kind === 'none' ? [] : delegatedAdmin.grants;
  return grants.find((grant) => grant.invitation === invitation);
}

function undecided(seen: SeenPartner): Standing {
  if (seen.id === microsoftSupport) return 'support';
  if (hasAccess(seen) || (wasThere(seen) && !isGone(seen))) return 'unknown';
  return seen.sells === true ? 'resellerOnly' : 'gone';
}

function removed(
  { delegatedAdmin: { effect, at } }: RemovedRelationship,
  seen: SeenPartner | undefined,
): Standing {
  if (effect.kind === 'awaiting') return 'awaitingRemoval';
  // What was last seen before the removal says nothing about it.
  return seen !== undefined && mayAdminister(seen) && seen.lastSeenAt > at ? 'returned' : 'removed';
}

function uncertain(seen: SeenPartner | undefined): Standing {
  return seen !== undefined && hasAccess(seen) ? 'unknown' : 'notShown';
}

function decided(
  showable: readonly AuthorizedFunction[],
  seen: SeenPartner | undefined,
  snapshot: TenantSnapshot | undefined,
): Standing {
  if (seen !== undefined && showable.some((entry) => shows(seen, entry.function))) return 'confirmed';
  const open = showable.filter(({ effect }) => effect.kind !== 'said');
  if (open.length === 0) return 'notShown';
  return open.some((entry) => wasRead(entry, snapshot)) ? 'awaiting' : 'notRead';
}

function wasRead({ function: name }: AuthorizedFunction, snapshot: TenantSnapshot | undefined): boolean {
  if (evidenceOf(name) === 'sales') return snapshot?.reads.subscriptions?.lastReadAt !== undefined;
  return snapshot?.firstCompleteAt !== undefined;
}

function rolesExpected({ functions }: PartnerRelationship): boolean {
  return functions.some((entry) => evidenceOf(entry.function) === 'roles');
}

/** Whether it ever was a provider or held roles. */
function wasThere({ isProvider, heldRoles }: SeenPartner): boolean {
  return isProvider || (heldRoles !== 'notKnown' && heldRoles.length > 0);
}

/** Whether it has delegated permissions, as far as was seen: what cannot be read may hold some. */
export function mayAdminister(seen: SeenPartner): boolean {
  return hasAccess(seen) && seen.roleless === undefined;
}

/**
 * Whether access that is seen may be of another partner: the id is a guess, which a forged link can make anything, and
 * was not confirmed since.
 */
function isUncertain({ partner, functions }: PartnerRelationship): boolean {
  return partner.idIsGuess && functions.every(({ effect }) => effect.kind !== 'confirmed');
}

/**
 * The roles that a partner is seen with beyond those decided here; role template ids. Empty where that cannot be told:
 * classic administration includes every role, and not every invitation names its roles.
 */
export function rolesMore(
  relationship: PartnerRelationship,
  seen: SeenPartner,
  now: Instant,
): readonly string[] {
  if (isGone(seen)) return [];
  const access = accessAt(relationship.delegatedAdmin, now);
  const grants = access.kind === 'active' ? access.grants : [];
  if (grants.some((grant) => grant.kind === 'classic' || grant.roles === 'notKnown')) return [];
  return rolesBeyond(knownRoles(seen), grants.flatMap(rolesOf));
}
