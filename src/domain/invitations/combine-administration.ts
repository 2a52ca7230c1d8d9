import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import { includesDelegatedAdmin, type DelegatedAdmin } from './delegated-admin.ts';

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
  };
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
