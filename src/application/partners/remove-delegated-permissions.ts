import type { Actor } from '../../domain/actor.ts';
import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { grantAdministration } from '../../domain/invitations/decision-rights.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import {
  isRemoved,
  removeDelegatedAdmin,
  type RemovedRelationship,
} from '../../domain/partners/relationship-transitions.ts';
import { announceRemoval } from '../announce-removal.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import { changeRelationship, type ChangeReceipt, type ChangingPorts } from './change-relationship.ts';

export interface RemovingPorts extends ChangingPorts {
  readonly authority: PartnerAuthority;
}

/**
 * Takes the delegated permissions of one partner away; the relationship stays. Whoever comes second, at the same moment or
 * later, gets it as it was left, with who removed them, and nothing changes. The others
 * are to be told: `Announcements.takeUp` after it.
 * @throws DomainError('not-allowed', 'partner-not-found', 'nothing-to-remove' or 'store-unavailable'); nothing changed then
 */
export async function removeDelegatedPermissions(
  { authority, ...ports }: RemovingPorts,
  actor: Actor,
  { partner, reason }: { readonly partner: ProviderId; readonly reason?: string | undefined },
): Promise<ChangeReceipt<RemovedRelationship>> {
  const wish = { partner, wanted: 'removeDelegatedAdmin', needed: grantAdministration } as const;
  return changeRelationship(ports, actor, wish, async (relationship, at) => {
    if (isRemoved(relationship)) return { relationship };
    const by = namedPerson(actor);
    const effect = await authority.remove(actor.tenant, relationship);
    const removed = removeDelegatedAdmin(relationship, { by, at, reason, effect });
    const { reason: given } = removed.delegatedAdmin;
    const event: PartnerEvent = {
      kind: 'delegatedAdminRemoved',
      partner,
      effect: effect.kind,
      ...(given !== undefined && { reason: given }),
      before: summaryOf(relationship),
      after: summaryOf(removed),
    };
    return { relationship: removed, event, changes: announceRemoval(removed) };
  });
}
