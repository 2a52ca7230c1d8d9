import type { ProviderId } from '../../identifiers.ts';
import { day, later, type Instant } from '../../instant.ts';
import type { AuditedChange, PartnerActivity, PartnerSignIn } from '../partner-activity.ts';
import { shownText } from '../shown-text.ts';
import type { TenantChange } from '../tenant-alert.ts';

const maxSignIns = 20;
/** Of each relation, so that a busy partner does not push out who let it in. */
const maxChanges = 15;
/** So many days without a sign-in are a silence. */
const silence = 90 * day;

/** What one read showed of a partner. A list that was not read is undefined. */
export interface ActivitySeen {
  readonly signIns: readonly PartnerSignIn[] | undefined;
  readonly changes: readonly AuditedChange[] | undefined;
  /** Since when each was read, all of it. */
  readonly signInsFrom: Instant;
  readonly changesFrom: Instant;
  /** When each was last read before; undefined if it never was. What came between the two was missed. */
  readonly signInsReadAt: Instant | undefined;
  readonly changesReadAt: Instant | undefined;
}

/**
 * Adds what was read to what was seen before: each sign-in and each change once, newest first, bounded.
 * @returns the activity, and the change to tell of if the partner signed in after a silence. Sign-ins must have been read
 *   without a gap for as long: what nobody read, nobody can call silent
 */
export function addActivity(
  before: PartnerActivity | undefined,
  partner: ProviderId,
  seen: ActivitySeen,
): { readonly activity: PartnerActivity; readonly change?: TenantChange } {
  const signIns = merged(before?.signIns ?? [], (seen.signIns ?? []).map(signInShown), signInKey, maxSignIns);
  const changesSeen = [...(before?.changes ?? []), ...(seen.changes ?? []).map(changeShown)];
  const related = (relation: AuditedChange['relation']) =>
    merged(
      [],
      changesSeen.filter((each) => each.relation === relation),
      changeKey,
      maxChanges,
    );
  const changes = merged(related('by'), related('about'), changeKey, 2 * maxChanges);
  const signInsSince =
    seen.signIns === undefined
      ? before?.signInsSince
      : sinceWithoutGap(before?.signInsSince, seen.signInsReadAt, seen.signInsFrom);
  const changesSince =
    seen.changes === undefined
      ? before?.changesSince
      : sinceWithoutGap(before?.changesSince, seen.changesReadAt, seen.changesFrom);
  const succeeded = (seen.signIns ?? []).filter((each) => each.succeeded).map(({ at }) => at);
  const lastSignInAt = [...succeeded, ...(before?.lastSignInAt ? [before.lastSignInAt] : [])]
    .toSorted()
    .at(-1);
  const activity: PartnerActivity = {
    partner,
    ...(signInsSince !== undefined && { signInsSince }),
    ...(lastSignInAt !== undefined && { lastSignInAt }),
    signIns,
    ...(changesSince !== undefined && { changesSince }),
    changes,
  };
  const change = before && signInAfterSilence(before, signInsSince, succeeded);
  return { activity, ...(change && { change }) };
}

function signInAfterSilence(
  before: PartnerActivity,
  since: Instant | undefined,
  succeeded: readonly Instant[],
): TenantChange | undefined {
  const last = before.lastSignInAt;
  const fresh = succeeded.filter((at) => last === undefined || at > last).toSorted();
  const [signedInAt] = fresh;
  // Read anew since a gap: whether it was silent before is not known.
  if (signedInAt === undefined || since === undefined || since !== before.signInsSince) return undefined;
  const silentSince = last !== undefined && last > since ? last : since;
  if (later(silentSince, silence) > signedInAt) return undefined;
  return { kind: 'signInAfterSilence', signedInAt, since: last ?? since };
}

/** Since when a list was read without a gap: as before, if this read reaches back to the one before. */
function sinceWithoutGap(before: Instant | undefined, readAt: Instant | undefined, from: Instant): Instant {
  return before !== undefined && readAt !== undefined && from <= readAt ? before : from;
}

function merged<Item extends { readonly at: Instant }>(
  before: readonly Item[],
  seen: readonly Item[],
  keyOf: (item: Item) => string,
  limit: number,
): readonly Item[] {
  const all = new Map([...before, ...seen].map((item) => [keyOf(item), item]));
  const newestFirst = (one: Item, other: Item) => (keyOf(one) < keyOf(other) ? 1 : -1);
  return [...all.values()].sort(newestFirst).slice(0, limit);
}

function signInKey({ at, application, succeeded }: PartnerActivity['signIns'][number]): string {
  return [at, application, succeeded].join('\n');
}

function changeKey({ at, correlationId, activity, relation }: PartnerActivity['changes'][number]): string {
  return [at, correlationId, activity, relation].join('\n');
}

function signInShown({ at, application, succeeded }: PartnerSignIn): PartnerActivity['signIns'][number] {
  return { at, application: shownText(application) ?? '–', succeeded };
}

function changeShown(change: AuditedChange): PartnerActivity['changes'][number] {
  const { at, activity, by, correlationId, relation } = change;
  const shown = { activity: shownText(activity) ?? '–', by: shownText(by) ?? '–' };
  return { at, ...shown, correlationId: shownText(correlationId) ?? '–', relation };
}
