import type { Actor } from '../domain/actor.ts';
import type { ProviderId } from '../domain/identifiers.ts';
import type { RemovedRelationship } from '../domain/partners/relationship-transitions.ts';
import type { ChangeReceipt } from './partners/change-relationship.ts';
import { removeDelegatedPermissions, type RemovingPorts } from './partners/remove-delegated-permissions.ts';

/** What came of the removal for one of several partners. `error`: what was thrown for this one; it was not changed. */
export type RemovalOutcome = { readonly partner: ProviderId } & (
  | ({ readonly kind: 'removed' } & ChangeReceipt<RemovedRelationship>)
  | { readonly kind: 'failed'; readonly error: unknown }
);

/** Takes the delegated permissions of several partners away, each by itself: one that fails neither stops nor hides the others. */
export async function removeFromSeveral(
  ports: RemovingPorts,
  actor: Actor,
  { partners, reason }: { readonly partners: readonly ProviderId[]; readonly reason?: string | undefined },
): Promise<readonly RemovalOutcome[]> {
  const removals = [...new Set(partners)].map(async (partner): Promise<RemovalOutcome> => {
    try {
      const receipt = await removeDelegatedPermissions(ports, actor, { partner, reason });
      return { kind: 'removed', partner, ...receipt };
    } catch (error) {
      return { kind: 'failed', partner, error };
    }
  });
  return Promise.all(removals);
}
