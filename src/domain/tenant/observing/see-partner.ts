import type { ProviderId } from '../../identifiers.ts';
import { later, type Instant } from '../../instant.ts';
import { isComplete, type Observation, type ObservedProvider, type TenantName } from '../observation.ts';
import { shownText } from '../shown-text.ts';
import { enoughReads, type CountedReads, type SeenPartner } from '../tenant-snapshot.ts';

/** Whether a complete read that shows an absence may count, besides the one counted before. */
export interface CountingRule {
  /** The least time between two reads that count; milliseconds. */
  readonly apart: number;
  /** Whether that much time passed since the last round, as far as it is known other than by the clock. */
  readonly mayCount: boolean;
}

/** One partner in one round of reads: a part that was not read is undefined. */
interface Sight {
  readonly id: ProviderId;
  readonly row: ObservedProvider | undefined;
  readonly held: readonly string[] | undefined;
  readonly sells: boolean | undefined;
}

/** A partner after a round of reads. What was not read stays as it was seen last. */
export function seePartner(
  before: SeenPartner | undefined,
  { id, row, held, sells }: Sight,
  { at, names, ...parts }: Observation,
  counting: CountingRule,
): SeenPartner {
  const name = shownName(names.get(id)) ?? before?.name;
  const rest = {
    id,
    ...(name && { name }),
    sells: sells ?? before?.sells ?? 'notKnown',
    firstSeenAt: before?.firstSeenAt ?? at,
    lastSeenAt:
      row !== undefined || (held?.length ?? 0) > 0 || sells === true ? at : (before?.lastSeenAt ?? at),
  };
  const had = accessIn(before);
  // What an absent partner had before is kept for the record, and no access that a failed read may leave in place.
  const left = before?.absent === undefined ? had : accessIn(undefined);
  const isProvider = parts.providers.kind === 'read' ? row !== undefined : left.isProvider;
  const heldRoles = held ?? left.heldRoles;
  const hasAccess = isProvider || (heldRoles !== 'notKnown' && heldRoles.length > 0);
  const complete = isComplete({ at, names, ...parts });
  if (!hasAccess) {
    const counted = (known: CountedReads | undefined) => (complete ? countRead(known, at, counting) : known);
    const absent = counted(before?.absent);
    const roleless = counted(before?.roleless);
    return { ...had, ...rest, ...(absent && { absent }), ...(roleless && { roleless }) };
  }
  const trust = row?.trust ?? (isProvider ? left.trust : undefined);
  const allowed = row?.allowedRoles.kind === 'read' ? row.allowedRoles.value : undefined;
  const allowedRoles = allowed ?? (isProvider ? left.allowedRoles : 'notKnown');
  const roleless = rolelessAfter(before?.roleless, {
    mayHold: heldRoles === 'notKnown' || heldRoles.length > 0,
    // An absence counts only where all of it was read.
    isAllowedSome: isProvider && (allowed === undefined || !complete ? 'notRead' : allowed.length > 0),
    at,
    counting,
  });
  return {
    ...rest,
    isProvider,
    ...(trust && { trust }),
    allowedRoles,
    heldRoles,
    ...(roleless && { roleless }),
  };
}

function accessIn(
  before: SeenPartner | undefined,
): Pick<SeenPartner, 'isProvider' | 'trust' | 'allowedRoles' | 'heldRoles'> {
  if (before === undefined) return { isProvider: false, allowedRoles: 'notKnown', heldRoles: 'notKnown' };
  const { isProvider, trust, allowedRoles, heldRoles } = before;
  return { isProvider, ...(trust && { trust }), allowedRoles, heldRoles };
}

/** Counts a complete read that showed an absence, at most once for each stretch of time. */
function countRead(
  known: CountedReads | undefined,
  at: Instant,
  { apart, mayCount }: CountingRule,
): CountedReads {
  if (known === undefined) return { reads: 1, since: at, countedAt: at };
  // The clock was set back: the time from the last count to now is not known, so it starts anew.
  if (at < known.countedAt) return { ...known, countedAt: at };
  if (known.reads >= enoughReads || !mayCount || at < later(known.countedAt, apart)) return known;
  return { ...known, reads: known.reads + 1, countedAt: at };
}

function rolelessAfter(
  before: CountedReads | undefined,
  {
    mayHold,
    isAllowedSome,
    at,
    counting,
  }: {
    readonly mayHold: boolean;
    readonly isAllowedSome: boolean | 'notRead';
    readonly at: Instant;
    readonly counting: CountingRule;
  },
): CountedReads | undefined {
  if (mayHold || isAllowedSome === true) return undefined;
  return isAllowedSome === 'notRead' ? before : countRead(before, at, counting);
}

/** What an organisation calls itself, cleaned: anyone may call itself anything. */
function shownName(told: TenantName | undefined): TenantName | undefined {
  const name = shownText(told?.name);
  if (name === undefined) return undefined;
  const domain = shownText(told?.domain);
  return { name, ...(domain !== undefined && { domain }) };
}
