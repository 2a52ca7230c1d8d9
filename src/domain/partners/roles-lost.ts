import type { Instant } from '../instant.ts';
import { endOf } from './access-at.ts';
import { rolesOf, type DelegatedAdminGrant, type GranularGrant } from './delegated-admin-access.ts';

/**
 * The roles that a partner has no more once a grant is over, for no grant that outlasts it holds them; none where a newer
 * invitation granted them again.
 * @param grants all that the partner has at `now`; whether `grant` is still among them does not matter
 * @param end when it is over
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
