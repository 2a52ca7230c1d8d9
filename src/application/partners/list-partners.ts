import type { Actor } from '../../domain/actor.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Instant } from '../../domain/instant.ts';
import type { InvitingPartner } from '../../domain/invitations/invitation.ts';
import type { Attention } from '../../domain/partners/attention.ts';
import { isPartOfName } from '../../domain/partners/partner-match.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import { joinPartners, type JoinedPartner } from '../../domain/tenant/join-partners.ts';
import { attentionTo, isRemovable, urgencyIn } from '../../domain/tenant/joined-attention.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { everyRelationship } from './find-relationships.ts';
import { seenTenant } from './seen-tenant.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read. Else, or if absent, nothing that was read before counts. */
  readonly readsTenant?: boolean;
}

export interface PartnerQuery {
  /** Part of a name, a domain or a tenant id; empty: every partner. */
  readonly text: string;
  readonly function?: SolutionProviderFunction | undefined;
  /** Only those that have delegated permissions now. */
  readonly onlyDelegated: boolean;
}

/** A partner about which something was decided here, with what needs attention about that now. */
export interface DecidedPartner {
  readonly relationship: PartnerRelationship;
  readonly attention: Attention;
}

/** A partner, decided here or seen in the tenant, with what needs attention about it now. */
export interface ListedPartner extends JoinedPartner {
  readonly attention: Attention;
  /** Whether it has permissions that can be removed. */
  readonly isRemovable: boolean;
}

interface SortedPartner {
  readonly listed: ListedPartner;
  readonly urgency: number;
  readonly name: string;
}

export interface PartnerPage {
  readonly partners: readonly ListedPartner[];
  /** Number of matches. */
  readonly total: number;
  /** Where the page starts: as requested, or at the last page if that lies beyond the end. */
  readonly offset: number;
  /** What the tenant showed last; undefined if it was never read. */
  readonly snapshot: TenantSnapshot | undefined;
  /** The moment that all of this is about. */
  readonly at: Instant;
}

/**
 * The partners of the actor's tenant, most urgent first, then by name. Anyone of the tenant may see them. `offset` and
 * `limit` count partners.
 * @throws DomainError('store-unavailable')
 */
export async function listPartners(
  ports: Ports,
  actor: Actor,
  query: PartnerQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<PartnerPage> {
  const { store, clock } = ports;
  const now = clock.now();
  const snapshot = await seenTenant(ports, actor.tenant);
  const found: SortedPartner[] = [];
  for (const joined of joinPartners(await everyRelationship(store, actor.tenant), snapshot, now)) {
    if (!isPartOfName(joined.partner, query.text)) continue;
    const listed = listedPartner(ports, joined, now);
    if (!isWanted(listed, query)) continue;
    found.push({ listed, urgency: urgencyIn(joined, listed.attention), name: sortName(joined.partner) });
  }
  found.sort((one, other) => other.urgency - one.urgency || compare(one.name, other.name));
  const lastPage = Math.max(0, Math.floor((found.length - 1) / limit) * limit);
  const start = Math.min(offset, lastPage);
  const partners = found.slice(start, start + limit).map(({ listed }) => listed);
  return { partners, total: found.length, offset: start, snapshot, at: now };
}

/** A partner with what needs attention about it at a moment. */
export function listedPartner(
  { reviewEveryDays }: Pick<Ports, 'reviewEveryDays'>,
  joined: JoinedPartner,
  now: Instant,
): ListedPartner {
  const attention = attentionTo(joined, now, reviewEveryDays);
  return { ...joined, attention, isRemovable: isRemovable(joined, attention) };
}

function isWanted({ relationship, ...listed }: ListedPartner, query: PartnerQuery): boolean {
  if (query.onlyDelegated && !listed.isRemovable) return false;
  return (
    query.function === undefined ||
    (relationship?.functions ?? []).some((entry) => entry.function === query.function)
  );
}

/** Folded once for each version of a partner: a store returns the same object until it changes. */
const sortNames = new WeakMap<InvitingPartner, string>();

/** Partners without a name come last; the id breaks ties. */
function sortName(partner: InvitingPartner): string {
  const known = sortNames.get(partner);
  if (known !== undefined) return known;
  const { id, name } = partner;
  const sorted = `${name === undefined ? '\u{10ffff}' : foldText(name.value)} ${id}`;
  sortNames.set(partner, sorted);
  return sorted;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
