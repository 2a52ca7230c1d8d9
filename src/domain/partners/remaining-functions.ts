import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { PartnerRelationship } from './relationship.ts';

/** What a partner can be without delegated administration. */
export type LastingFunction = Exclude<
  SolutionProviderFunction,
  'delegatedAdministrator' | 'resellerAndDelegatedAdministrator'
>;

/** What a partner still is once its delegated permissions are removed; nothing, where it was nothing else. */
export function whatStays({ functions }: PartnerRelationship): readonly LastingFunction[] {
  const staying = functions.flatMap((entry): LastingFunction[] => {
    if (entry.function === 'delegatedAdministrator') return [];
    return [entry.function === 'resellerAndDelegatedAdministrator' ? 'reseller' : entry.function];
  });
  return [...new Set(staying)];
}
