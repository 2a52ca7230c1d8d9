import type { ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { InvitingPartner } from '../invitations/invitation.ts';
import { accessAt } from '../partners/access-at.ts';
import type { PartnerRelationship } from '../partners/relationship.ts';
import { knownAs } from './known-as.ts';
import { rolesMore, standingOf, type Standing } from './standing.ts';
import { hasAccess, type SeenPartner, type TenantSnapshot } from './tenant-snapshot.ts';
import { knownRoles } from './what-shows.ts';

/**
 * What Microsoft Graph does not tell of a partner, so that somebody has to look elsewhere. `classicAdministration`:
 * whether it has any (DAP). `groupMembers`: who of the partner's people is in the groups that hold its roles. `endDates`:
 * until when. `azureRoles`: its roles over Azure resources, which outlive its delegated permissions.
 */
export const untoldThings = ['classicAdministration', 'groupMembers', 'endDates', 'azureRoles'] as const;

export type Untold = (typeof untoldThings)[number];

/** A partner as it was decided here and as the tenant shows it. At least one of `relationship` and `seen` is there. */
export interface JoinedPartner {
  /** By the best name for it. A name that only its own tenant states is `claimed`. */
  readonly partner: InvitingPartner;
  /** What was decided here; absent if nothing was. */
  readonly relationship?: PartnerRelationship;
  /** What the tenant showed last; absent if it never showed it. */
  readonly seen?: SeenPartner;
  readonly standing: Standing;
  /** Roles that it is seen with beyond those decided here; role template ids, the order of `rolesSeen`. */
  readonly more: readonly string[];
  /** What cannot be told of it from what was read. */
  readonly untold: readonly Untold[];
}

/**
 * Joins what was decided here with what the tenant showed last: one entry for each partner in either, ordered by id. Left
 * out: those that nothing was decided about and that have no access any more.
 * @param snapshot undefined before the tenant was read
 */
export function joinPartners(
  relationships: readonly PartnerRelationship[],
  snapshot: TenantSnapshot | undefined,
  now: Instant,
): readonly JoinedPartner[] {
  const decided = new Map(relationships.map((known) => [keyOf(known.partner.id), known]));
  const seen = new Map((snapshot?.partners ?? []).map((each) => [keyOf(each.id), each]));
  const ids = [...new Set([...decided.keys(), ...seen.keys()])].toSorted();
  return ids.flatMap((id) => {
    const joined = joinPartner({ relationship: decided.get(id), seen: seen.get(id), snapshot, now });
    const isPast = joined?.relationship === undefined && joined?.standing === 'gone';
    return joined === undefined || isPast ? [] : [joined];
  });
}

/** The same for one partner, also for one that has no access any more. @returns undefined if it was never there */
export function joinPartner({
  relationship,
  seen,
  snapshot,
  now,
}: {
  readonly relationship: PartnerRelationship | undefined;
  readonly seen: SeenPartner | undefined;
  readonly snapshot: TenantSnapshot | undefined;
  readonly now: Instant;
}): JoinedPartner | undefined {
  const standing = standingOf({ relationship, seen, snapshot, now });
  const id = relationship?.partner.id ?? seen?.id;
  if (standing === undefined || id === undefined) return undefined;
  return {
    partner: knownAs(id, { relationship, seen }),
    ...(relationship && { relationship }),
    ...(seen && { seen }),
    standing,
    more: moreOf(relationship, seen, now),
    untold: untoldOf(relationship, seen, now),
  };
}

/** What the tenant showed last of one partner. Ids compare in lower case. */
export function seenIn(snapshot: TenantSnapshot | undefined, id: ProviderId): SeenPartner | undefined {
  return snapshot?.partners.find((seen) => keyOf(seen.id) === keyOf(id));
}

function keyOf(id: ProviderId): string {
  return id.toLowerCase();
}

function moreOf(
  relationship: PartnerRelationship | undefined,
  seen: SeenPartner | undefined,
  now: Instant,
): readonly string[] {
  if (seen === undefined || !hasAccess(seen)) return [];
  return relationship === undefined ? knownRoles(seen) : rolesMore(relationship, seen, now);
}

function untoldOf(
  relationship: PartnerRelationship | undefined,
  seen: SeenPartner | undefined,
  now: Instant,
): readonly Untold[] {
  const access = relationship && accessAt(relationship.delegatedAdmin, now);
  const grants = access?.kind === 'active' ? access.grants : [];
  const isSeen = seen !== undefined && hasAccess(seen);
  const hasRoles = seen !== undefined && isSeen && knownRoles(seen).length > 0;
  const ends = grants.some((grant) => grant.kind === 'granular' && grant.until !== 'notKnown');
  const isTrue: Record<Untold, boolean> = {
    classicAdministration:
      (isSeen && seen.isProvider && !hasRoles) ||
      (!hasRoles && grants.some(({ kind }) => kind === 'classic')),
    groupMembers: isSeen || grants.length > 0,
    endDates: isSeen && !ends,
    azureRoles: isSeen || (access !== undefined && access.kind !== 'none'),
  };
  return untoldThings.filter((thing) => isTrue[thing]);
}
