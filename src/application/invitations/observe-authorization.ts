import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { InvitationId, TenantId } from '../../domain/identifiers.ts';
import { isNow, withEffect } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { withObservedEffect } from '../../domain/partners/relationship.ts';
import { auditChange } from '../history/audit-changes.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { announceOutcome } from './invitation-announcements.ts';

interface Ports {
  readonly store: Store;
  readonly authority: PartnerAuthority;
  readonly clock: Clock;
}

/**
 * Checks whether an authorization that was awaiting the tenant has taken effect there, and records that in the
 * invitation and its relationship.
 * @returns the invitation if it was confirmed just now: those who have its card must be notified; undefined otherwise
 * @throws DomainError('store-unavailable')
 */
export async function observeAuthorization(
  { store, authority, clock }: Ports,
  tenant: TenantId,
  id: InvitationId,
): Promise<Invitation | undefined> {
  return retryOnConflict(async () => {
    const record = await store.get(tenant, 'invitation', id);
    if (record === undefined || !isNow(record.value, 'authorized')) return undefined;
    if (record.value.status.effect.kind !== 'awaiting') return undefined;
    const effect = await authority.observe(tenant, record.value);
    if (effect.kind !== 'confirmed') return undefined;

    const invitation = withEffect(record.value, effect);
    const partner = invitation.partner.id;
    const relationship = await store.get(tenant, 'relationship', partner);
    if (relationship === undefined) throw new Error(`invitation ${id} is authorized without a relationship`);
    const value = withObservedEffect(relationship.value, invitation);
    const changes: Change[] = [
      update('invitation', record, invitation),
      update('relationship', relationship, value),
      ...announceOutcome(invitation),
      auditChange(clock.now(), 'desk', { kind: 'authorizationConfirmed', ...aboutInvitation(invitation) }),
    ];
    await store.commit(tenant, changes);
    return invitation;
  });
}
