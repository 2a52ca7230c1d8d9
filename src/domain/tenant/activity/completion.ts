import type { Instant } from '../../instant.ts';
import type { AwaitedDecision } from '../awaited-effect.ts';
import type { PartnerActivity } from '../partner-activity.ts';

type Kind = AwaitedDecision['kind'];

/**
 * The changes in a tenant's audit log that complete a decision, in lower case. Source: Microsoft Entra audit activities
 * (“reference-audit-activities”).
 */
const completing: Readonly<Record<Kind, ReadonlySet<string>>> = {
  authorization: new Set([
    'add partner to company',
    'promote company to partner',
    'set partnership',
    'add a partner to cross-tenant access setting',
    'add allowed assignable roles',
  ]),
  removal: new Set([
    'remove partner from company',
    'demote partner',
    'delete partner specific cross-tenant access setting',
    'delete allowed assignable roles',
  ]),
};

/** The first change since a decision that completed it; undefined if the audit log showed none so far. */
export function completionOf(
  kind: Kind,
  decidedAt: Instant,
  { changes }: PartnerActivity,
): PartnerActivity['changes'][number] | undefined {
  return changes.findLast(
    ({ relation, at, activity }) =>
      // The unified log ends these names with a dot.
      relation === 'about' &&
      at >= decidedAt &&
      completing[kind].has(activity.toLowerCase().replace(/\.$/, '')),
  );
}
