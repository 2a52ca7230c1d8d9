import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import { quoted } from './claims/claim-lines.ts';
import { betweenWords, maxDurationWords } from './claims/find-durations.ts';
import { maxUnrecognised } from './claims/listed-roles.ts';
import { includesDelegatedAdmin, type DelegatedAdmin, type SaidBesides } from './delegated-admin.ts';

type Granular = Extract<DelegatedAdmin, { readonly kind: 'granular' }>;

/**
 * All that several sources say is requested: the graver kind, every role, the longest duration. A value counts as merely
 * claimed unless it is wholly stated by sources that count.
 */
export function combineAdministration(asked: readonly DelegatedAdmin[]): DelegatedAdmin {
  if (asked.some(({ kind }) => kind === 'classic')) return { kind: 'classic' };
  const granular = asked.filter((one) => one.kind === 'granular');
  if (granular.length === 0) return { kind: 'none' };
  return {
    kind: 'granular',
    roles: everyRole(granular),
    durationDays: gravest(known(granular, 'durationDays'), (one, other) => one > other),
    autoExtends: gravest(known(granular, 'autoExtends'), (one, other) => one && !other),
    ...everythingBesides(granular),
  };
}

/** Combining again what was combined before changes nothing. */
function everythingBesides(granular: readonly Granular[]): SaidBesides {
  const lines = distinct(granular.flatMap((one) => one.unrecognisedRoles ?? []));
  const further = Math.max(
    lines.length - maxUnrecognised,
    ...granular.map((one) => one.furtherUnrecognised ?? 0),
  );
  const announced = Math.max(0, ...granular.map((one) => one.announcedRoles ?? 0));
  const others = [...new Set(granular.flatMap((one) => one.otherDurationDays ?? []))];
  const words = distinct(granular.flatMap((one) => one.durationWords?.split(betweenWords) ?? []));
  return {
    ...(lines.length > 0 && { unrecognisedRoles: lines.slice(0, maxUnrecognised) }),
    ...(further > 0 && { furtherUnrecognised: further }),
    ...(announced > 0 && { announcedRoles: announced }),
    ...(granular.some((one) => one.mentionsGlobalAdministrator) && { mentionsGlobalAdministrator: true }),
    ...(others.length > 0 && { otherDurationDays: others.toSorted((one, other) => other - one).slice(0, 5) }),
    ...(words.length > 0 && { durationWords: quoted(words.join(betweenWords), maxDurationWords) }),
  };
}

/** The first of each, whatever its case. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.toReversed().map((text) => [text.toLowerCase(), text])).values()].toReversed();
}

/**
 * The function that covers what several sources say.
 * @param functions the most trustworthy source's first
 */
export function combineFunctions(
  functions: readonly [SolutionProviderFunction, ...SolutionProviderFunction[]],
  asked: DelegatedAdmin,
): SolutionProviderFunction {
  if (asked.kind === 'none') return functions[0];
  if (functions.every((one) => one === functions[0])) return functions[0];
  const sells = functions.some((one) => one === 'reseller' || one === 'resellerAndDelegatedAdministrator');
  if (sells) return 'resellerAndDelegatedAdministrator';
  return functions.find(includesDelegatedAdmin) ?? 'delegatedAdministrator';
}

function known<Field extends 'roles' | 'durationDays' | 'autoExtends'>(
  granular: readonly Granular[],
  field: Field,
): readonly Exclude<Granular[Field], 'notKnown'>[] {
  return granular
    .map((one) => one[field])
    .filter((value): value is Exclude<Granular[Field], 'notKnown'> => value !== 'notKnown');
}

function everyRole(granular: readonly Granular[]): Granular['roles'] {
  const lists = known(granular, 'roles');
  if (lists.length === 0) return 'notKnown';
  const stated = new Set(lists.filter(({ claimed }) => !claimed).flatMap(({ value }) => value));
  const value = [...new Set(lists.flatMap((list) => list.value))];
  return { value, claimed: value.some((role) => !stated.has(role)) };
}

function gravest<Value>(
  values: readonly Stated<Value>[],
  isGraver: (one: Value, other: Value) => boolean,
): Stated<Value> | 'notKnown' {
  const [first, ...others] = values;
  if (first === undefined) return 'notKnown';
  return others.reduce((worst, one) => {
    if (isGraver(one.value, worst.value)) return one;
    return isGraver(worst.value, one.value) || !worst.claimed ? worst : one;
  }, first);
}
