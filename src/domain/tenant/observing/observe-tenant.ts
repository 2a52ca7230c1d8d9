import type { ProviderId, TenantId } from '../../identifiers.ts';
import { providerId } from '../../identifiers.ts';
import type { Instant } from '../../instant.ts';
import type { PartnerRelationship } from '../../partners/relationship.ts';
import { changesOfPartner } from './changes-of-partner.ts';
import { isComplete, type Observation, type ObservedProvider } from '../observation.ts';
import { seePartner, type CountingRule } from './see-partner.ts';
import type { TenantChange } from '../tenant-alert.ts';
import type { Read, ReadFailure, ReadOutcomes } from '../tenant-reads.ts';
import type { SeenPartner, TenantSnapshot } from '../tenant-snapshot.ts';

/** A change about one partner, with the partner as it is seen now. */
export interface PartnerChange {
  readonly seen: SeenPartner;
  readonly change: TenantChange;
}

/** What a round of reads makes of what was known. */
export interface ObservedTenant {
  readonly snapshot: TenantSnapshot;
  /** Empty until the first complete read, and for it. */
  readonly changes: readonly PartnerChange[];
  /** Whether this was the first complete read: what it shows is a list, and no news. */
  readonly isFirst: boolean;
}

/**
 * What a tenant shows after a round of reads, and what of it nobody decided here. Only what was read counts: a part that
 * was not keeps what was last seen, and only complete reads, a watch apart, make an absence.
 * @param before what it showed before; undefined if it was never read
 * @param relationships what was decided about its partners
 */
export function observeTenant(
  before: TenantSnapshot | undefined,
  observation: Observation,
  {
    tenant,
    relationships,
    counting,
  }: {
    readonly tenant: TenantId;
    readonly relationships: readonly PartnerRelationship[];
    readonly counting: CountingRule;
  },
): ObservedTenant {
  const { at, providers, roles, sellers } = observation;
  const known = new Map((before?.partners ?? []).map((seen) => [lower(seen.id), seen]));
  const decided = new Map(relationships.map((each) => [lower(each.partner.id), each]));
  const rows = new Map(valueOf(providers)?.map((row) => [lower(row.id), row]));
  const held = valueOf(roles) && heldBy(valueOf(roles) ?? []);
  const selling = valueOf(sellers) && new Set(valueOf(sellers)?.map(lower));
  const ids = new Set([...known.keys(), ...rows.keys(), ...(held?.keys() ?? []), ...(selling ?? [])]);
  ids.delete(lower(tenant));
  const isNews = before?.firstCompleteAt !== undefined;
  const partners: SeenPartner[] = [];
  const changes: PartnerChange[] = [];
  for (const id of [...ids].toSorted()) {
    const earlier = known.get(id);
    const sight = { id, row: rows.get(id), held: held && (held.get(id) ?? []), sells: selling?.has(id) };
    const seen = seePartner(earlier, sight, observation, counting);
    partners.push(seen);
    if (!isNews) continue;
    changes.push(...changesOfPartner(earlier, seen, decided.get(id), at).map((change) => ({ seen, change })));
  }
  const complete = isComplete(observation);
  const firstCompleteAt = before?.firstCompleteAt ?? (complete ? at : undefined);
  const lastCompleteAt = complete ? at : notAfter(at, before?.lastCompleteAt);
  const snapshot: TenantSnapshot = {
    partners,
    reads: outcomesOf(before?.reads ?? {}, observation),
    ...(firstCompleteAt !== undefined && { firstCompleteAt }),
    ...(lastCompleteAt !== undefined && { lastCompleteAt }),
  };
  return { snapshot, changes, isFirst: complete && !isNews };
}

function lower(id: string): ProviderId {
  return providerId(id.toLowerCase());
}

function valueOf<Value>(read: Read<Value>): Value | undefined {
  return read.kind === 'read' ? read.value : undefined;
}

function heldBy(
  roles: readonly { readonly organisation: ProviderId; readonly role: string }[],
): Map<ProviderId, readonly string[]> {
  const held = new Map<ProviderId, Set<string>>();
  for (const { organisation, role } of roles) {
    const id = lower(organisation);
    held.set(id, (held.get(id) ?? new Set()).add(role.toLowerCase()));
  }
  return new Map([...held].map(([id, all]) => [id, [...all].toSorted()]));
}

function outcomesOf(before: ReadOutcomes, { at, providers, roles, sellers }: Observation): ReadOutcomes {
  const allowed = allowedOutcome(providers);
  return {
    ...before,
    providers: outcome(before.providers, failureOf(providers), at),
    roles: outcome(before.roles, failureOf(roles), at),
    subscriptions: outcome(before.subscriptions, failureOf(sellers), at),
    ...(allowed !== undefined && { allowedRoles: outcome(before.allowedRoles, allowed, at) }),
  };
}

/** How the roles that providers may be given were read; undefined if there is no provider to read them of. */
function allowedOutcome(providers: Read<readonly ObservedProvider[]>): 'read' | ReadFailure | undefined {
  if (providers.kind === 'notRead') return providers.why;
  const outcomes = providers.value.map(({ allowedRoles }) => failureOf(allowedRoles));
  return outcomes.find((each) => each !== 'read') ?? outcomes[0];
}

function failureOf(read: Read<unknown>): 'read' | ReadFailure {
  return read.kind === 'read' ? 'read' : read.why;
}

/** How the latest attempt at a part went, after those before. */
export function outcome(
  before: ReadOutcomes['providers'],
  how: 'read' | ReadFailure,
  at: Instant,
): NonNullable<ReadOutcomes['providers']> {
  const lastReadAt = how === 'read' ? at : notAfter(at, before?.lastReadAt);
  return { at, outcome: how, ...(lastReadAt !== undefined && { lastReadAt }) };
}

/** A moment, unless the clock was set back since: it would be later than decisions that it was before. */
function notAfter(at: Instant, moment: Instant | undefined): Instant | undefined {
  return moment !== undefined && moment <= at ? moment : undefined;
}
