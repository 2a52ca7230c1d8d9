import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import { rolesOf, unrecognisedIn } from './delegated-admin-access.ts';
import type { PartnerRelationship } from './relationship.ts';

/** The kinds of `DelegatedAdminAccess`. */
export const accessKinds = ['none', 'active', 'ended', 'removed'] as const;

/** The state of a relationship as history records it before and after a change. */
export interface RelationshipSummary {
  readonly functions: readonly SolutionProviderFunction[];
  readonly delegatedAdmin: (typeof accessKinds)[number];
  /** The distinct, known role template ids granted. */
  readonly roles: readonly string[];
  /** What messages listed besides, word for word. */
  readonly unrecognisedRoles?: readonly string[];
}

/** @param relationship undefined if there is none yet */
export function summaryOf(relationship: PartnerRelationship | undefined): RelationshipSummary {
  if (relationship === undefined) return { functions: [], delegatedAdmin: 'none', roles: [] };
  const { functions, delegatedAdmin } = relationship;
  const grants = delegatedAdmin.kind === 'active' ? delegatedAdmin.grants : [];
  const unrecognised = new Set(grants.flatMap(unrecognisedIn));
  return {
    functions: functions.map((entry) => entry.function),
    delegatedAdmin: delegatedAdmin.kind,
    roles: [...new Set(grants.flatMap(rolesOf))],
    ...(unrecognised.size > 0 && { unrecognisedRoles: [...unrecognised] }),
  };
}
