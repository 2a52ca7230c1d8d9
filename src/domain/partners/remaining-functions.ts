import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { PartnerRelationship } from './relationship.ts';

/** The functions without delegated administration. */
export type LastingFunction = Exclude<
  SolutionProviderFunction,
  'delegatedAdministrator' | 'resellerAndDelegatedAdministrator'
>;

/** The functions that remain once the delegated permissions are removed; possibly none. */
export function whatStays({ functions }: PartnerRelationship): readonly LastingFunction[] {
  const staying = functions.flatMap((entry): LastingFunction[] => {
    if (entry.function === 'delegatedAdministrator') return [];
    return [entry.function === 'resellerAndDelegatedAdministrator' ? 'reseller' : entry.function];
  });
  return [...new Set(staying)];
}
