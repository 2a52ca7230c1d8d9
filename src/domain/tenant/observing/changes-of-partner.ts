import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../instant.ts';
import { accessAt } from '../../partners/access-at.ts';
import { rolesOf } from '../../partners/delegated-admin-access.ts';
import { isRemoved } from '../../partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../partners/relationship.ts';
import { mayAdminister } from '../standing.ts';
import type { TenantChange } from '../tenant-alert.ts';
import {
  hasAccess,
  isGone,
  isRoleless,
  microsoftSupport,
  rolesSeen,
  type SeenPartner,
} from '../tenant-snapshot.ts';
import { evidenceOf, knownRoles, rolesBeyond } from '../what-shows.ts';

/**
 * What changed about a partner from one snapshot to the next that nobody decided here. Microsoft Support comes and goes
 * with its tickets, which is no news.
 */
export function changesOfPartner(
  before: SeenPartner | undefined,
  after: SeenPartner,
  relationship: PartnerRelationship | undefined,
  at: Instant,
): readonly TenantChange[] {
  if (after.id === microsoftSupport) return [];
  const decided = decidedAbout(relationship, at);
  if (!hasAccess(after)) {
    const isNews = before !== undefined && wasThere(before) && isGone(after) && !isGone(before);
    return isNews && decided.mayHaveAccess ? [{ kind: 'accessGone', roles: rolesSeen(after) }] : [];
  }
  const roles = rolesSeen(after);
  if (before === undefined || !isThere(before)) {
    const returned = before !== undefined && wasThere(before) && isGone(before);
    if (decided.isAwaited) return [];
    if (decided.isRemoved || returned) return [{ kind: 'accessReturned', roles }];
    return decided.isCertain
      ? grown(rolesBeyond(knownRoles(after), decided.roles))
      : [{ kind: 'accessGained', roles }];
  }
  const isBack = decided.isRemoved && isRoleless(before) && mayAdminister(after);
  if (isBack) return [{ kind: 'accessReturned', roles }];
  const more = decided.isAwaited ? [] : rolesBeyond(newRoles(before, after), decided.roles);
  return [...grown(more), ...trustChange(before, after)];
}

/** What was decided about a partner, as far as it explains what the tenant shows. */
interface Decided {
  /** Whether access is decided here, and about this partner for certain. */
  readonly isCertain: boolean;
  /** Whether roles were authorized that the tenant did not show before: that they appear is their confirmation. */
  readonly isAwaited: boolean;
  readonly isRemoved: boolean;
  /** Whether nothing here explains that the access goes. */
  readonly mayHaveAccess: boolean;
  readonly roles: readonly string[];
}

function decidedAbout(relationship: PartnerRelationship | undefined, at: Instant): Decided {
  if (relationship === undefined)
    return { isCertain: false, isAwaited: false, isRemoved: false, mayHaveAccess: true, roles: [] };
  const { partner, functions, delegatedAdmin } = relationship;
  const access = accessAt(delegatedAdmin, at);
  const isConfirmed = functions.some(({ effect }) => effect.kind === 'confirmed');
  return {
    isCertain: functions.length > 0 && (!partner.idIsGuess || isConfirmed),
    isAwaited:
      access.kind === 'active' &&
      functions.some((entry) => entry.effect.kind === 'awaiting' && evidenceOf(entry.function) === 'roles'),
    isRemoved: isRemoved(relationship),
    mayHaveAccess: access.kind === 'active' || access.kind === 'none',
    roles: access.kind === 'active' ? access.grants.flatMap(rolesOf) : [],
  };
}

/** Whether it ever was a provider or held roles. */
function wasThere({ isProvider, heldRoles }: SeenPartner): boolean {
  return isProvider || (heldRoles !== 'notKnown' && heldRoles.length > 0);
}

/** Whether it had access: one read without it is no absence yet. */
function isThere(seen: SeenPartner): boolean {
  return wasThere(seen) && !isGone(seen);
}

/** The roles that are new. A list of roles that could not be read before is no news. */
function newRoles(before: SeenPartner, after: SeenPartner): readonly string[] {
  const wasRead = (list: 'heldRoles' | 'allowedRoles') => {
    const roles = after[list];
    return before[list] === 'notKnown' || roles === 'notKnown' ? [] : roles;
  };
  const read = [...new Set([...wasRead('heldRoles'), ...wasRead('allowedRoles')])];
  return rolesBeyond(read, knownRoles(before)).toSorted();
}

function grown(more: readonly string[]): readonly TenantChange[] {
  return more.length === 0 ? [] : [{ kind: 'accessGrown', more }];
}

function trustChange({ trust: before }: SeenPartner, { trust: after }: SeenPartner): readonly TenantChange[] {
  if (before === undefined || after === undefined || isDeepStrictEqual(before, after)) return [];
  return [{ kind: 'trustChanged', before, after }];
}
