import type { TenantId } from '../../domain/identifiers.ts';
import { isNow } from '../../domain/invitations/invitation-transitions.ts';
import type { InvitationThatIs } from '../../domain/invitations/invitation.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import { isRemoved, type RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import { awaitedEffectId, type AwaitedDecision } from '../../domain/tenant/awaited-effect.ts';
import type { Store } from '../ports/store.ts';

/** A decision that people were reminded of. */
export type RemindedDecision = (
  | { readonly kind: 'authorization'; readonly invitation: InvitationThatIs<'authorized'> }
  | { readonly kind: 'removal'; readonly relationship: RemovedRelationship }
) & {
  /** Whether the tenant is still expected to show it. */
  readonly isAwaited: boolean;
};

/**
 * Reads the decision of a reminder as it stands now; undefined if the decision stands no more, as after permissions
 * that were removed were granted again.
 * @throws DomainError('store-unavailable')
 */
export async function readAwaited(
  store: Store,
  tenant: TenantId,
  { partner, invitation: id }: Extract<Subject, { readonly kind: 'stillAwaited' }>,
): Promise<RemindedDecision | undefined> {
  const isStored = async (of: AwaitedDecision) =>
    (await store.get(tenant, 'awaitedEffect', awaitedEffectId(of))) !== undefined;
  if (id === undefined) {
    const relationship = (await store.get(tenant, 'relationship', partner))?.value;
    if (relationship === undefined || !isRemoved(relationship)) return undefined;
    return { kind: 'removal', relationship, isAwaited: await isStored({ kind: 'removal', partner }) };
  }
  const invitation = (await store.get(tenant, 'invitation', id))?.value;
  if (invitation === undefined || !isNow(invitation, 'authorized')) return undefined;
  const isAwaited = await isStored({ kind: 'authorization', invitation: id, partner });
  return { kind: 'authorization', invitation, isAwaited };
}
