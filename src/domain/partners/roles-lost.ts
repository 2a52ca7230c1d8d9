import type { Instant } from '../instant.ts';
import { endOf } from './access-at.ts';
import { rolesOf, type DelegatedAdminGrant, type GranularGrant } from './delegated-admin-access.ts';

/**
 * The roles that a partner loses when a grant ends: those that no grant outlasting it holds.
 * @param grants all that the partner has at `now`, with or without `grant`
 * @param end when `grant` ends
 */
export function rolesLost(
  grant: GranularGrant,
  grants: readonly DelegatedAdminGrant[],
  { end, now }: { readonly end: Instant; readonly now: Instant },
): readonly string[] | 'notKnown' {
  const others = grants.filter((other) => other.invitation !== grant.invitation && outlasts(other, end, now));
  if (others.some(({ kind }) => kind === 'classic')) return [];
  if (grant.roles === 'notKnown') return 'notKnown';
  const kept = new Set(others.flatMap(rolesOf));
  return grant.roles.filter((role) => !kept.has(role));
}

function outlasts(grant: DelegatedAdminGrant, end: Instant, now: Instant): boolean {
  const ends = endOf(grant, now);
  return ends === undefined || ends > end || (grant.kind === 'granular' && grant.autoExtends === true);
}
