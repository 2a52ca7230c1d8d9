import { invitationId, type TenantId } from '../../domain/identifiers.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import { subscriberIdOf, type Audience } from '../../domain/notifications/subscriber.ts';
import { announce, type AnnouncingPorts } from './announce.ts';

/** More cards than this at once would bury each other; the list of invitations has the rest. */
const maxCards = 5;

/**
 * Posts the newest pending invitations to a chat that was just registered, or has come back, except those whose card it
 * already has.
 * @returns whether more are pending than are shown
 * @throws DomainError('store-unavailable')
 */
export async function showWhatIsPending(
  ports: AnnouncingPorts,
  tenant: TenantId,
  audience: Audience,
): Promise<{ readonly thereAreMore: boolean }> {
  const newest = { limit: maxCards, order: 'descending' } as const;
  const pending = await ports.store.list(tenant, 'pendingInvitation', newest);
  const subjects = pending.items.map(({ id }): Subject => ({
    kind: 'invitation',
    invitation: invitationId(id),
  }));
  await announce(ports, tenant, subjects, { kind: 'one', subscriber: subscriberIdOf(audience) });
  return { thereAreMore: pending.next !== undefined };
}
