import type { Actor } from '../../domain/actor.ts';
import { foldText } from '../../domain/fold-text.ts';
import { attentionOf, urgencyOf, type Attention } from '../../domain/partners/attention.ts';
import { isPartOfName } from '../../domain/partners/partner-match.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { everyRelationship } from './find-relationships.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
}

export interface PartnerQuery {
  /** Part of a name, a domain or a tenant id; empty: every partner. */
  readonly text: string;
  readonly function?: SolutionProviderFunction | undefined;
  /** Only those that have delegated permissions now. */
  readonly onlyDelegated: boolean;
}

/** A partner with what needs attention about it now. */
export interface ListedPartner {
  readonly relationship: PartnerRelationship;
  readonly attention: Attention;
}

interface SortedPartner extends ListedPartner {
  readonly urgency: number;
  readonly name: string;
}

export interface PartnerPage {
  readonly partners: readonly ListedPartner[];
  /** Number of matches. */
  readonly total: number;
  /** Where the page starts: as requested, or at the last page if that lies beyond the end. */
  readonly offset: number;
}

/**
 * The partners of the actor's tenant, most urgent first, then by name. Anyone of the tenant may see them. `offset` and
 * `limit` count partners.
 * @throws DomainError('store-unavailable')
 */
export async function listPartners(
  { store, clock, reviewEveryDays }: Ports,
  actor: Actor,
  query: PartnerQuery,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<PartnerPage> {
  const now = clock.now();
  const found: SortedPartner[] = [];
  for (const relationship of await everyRelationship(store, actor.tenant)) {
    if (!isPartOfName(relationship.partner, query.text)) continue;
    const attention = attentionOf(relationship, now, reviewEveryDays);
    if (!isWanted({ relationship, attention }, query)) continue;
    found.push({ relationship, attention, urgency: urgencyOf(attention), name: sortName(relationship) });
  }
  found.sort((one, other) => other.urgency - one.urgency || compare(one.name, other.name));
  const lastPage = Math.max(0, Math.floor((found.length - 1) / limit) * limit);
  const start = Math.min(offset, lastPage);
  const partners = found
    .slice(start, start + limit)
    .map(({ relationship, attention }) => ({ relationship, attention }));
  return { partners, total: found.length, offset: start };
}

function isWanted({ relationship, attention }: ListedPartner, query: PartnerQuery): boolean {
  if (query.onlyDelegated && attention.access.kind !== 'active') return false;
  return (
    query.function === undefined || relationship.functions.some((entry) => entry.function === query.function)
  );
}

/** Folded once for each version of a relationship: a store returns the same object until it changes. */
const sortNames = new WeakMap<PartnerRelationship, string>();

/** Partners without a name come last; the id breaks ties. */
function sortName(relationship: PartnerRelationship): string {
  const known = sortNames.get(relationship);
  if (known !== undefined) return known;
  const { id, name } = relationship.partner;
  const sorted = `${name === undefined ? '\u{10ffff}' : foldText(name.value)} ${id}`;
  sortNames.set(relationship, sorted);
  return sorted;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
