import { invitationId, type TenantId } from '../../domain/identifiers.ts';
import { arrivalPriority } from '../../domain/invitations/pending-invitation.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import { rankOf } from '../../domain/notifications/post-priority.ts';
import { subscriberIdOf, type Audience } from '../../domain/notifications/subscriber.ts';
import { listAll } from '../runtime/list-all.ts';
import { announce, type AnnouncingPorts } from './announce.ts';

/** More cards than this at once would bury each other; the list of invitations has the rest. */
const maxCards = 5;

/**
 * Posts the most urgent pending invitations, the newest first, to a chat that was just registered, or has come back,
 * except those whose card it already has.
 * @returns whether more are pending than are shown
 * @throws DomainError('store-unavailable')
 */
export async function showWhatIsPending(
  ports: AnnouncingPorts,
  tenant: TenantId,
  audience: Audience,
): Promise<{ readonly thereAreMore: boolean }> {
  const pending: { readonly id: string; readonly rank: number }[] = [];
  for await (const { id, value } of listAll(ports.store, tenant, 'pendingInvitation')) {
    pending.push({ id, rank: rankOf(value.source === undefined ? 'other' : arrivalPriority(value.source)) });
  }
  // The sort is stable.
  const shown = pending.reverse().sort((one, other) => one.rank - other.rank);
  const subjects = shown
    .slice(0, maxCards)
    .map(({ id }): Subject => ({ kind: 'invitation', invitation: invitationId(id) }));
  await announce(ports, tenant, subjects, { kind: 'one', subscriber: subscriberIdOf(audience) });
  return { thereAreMore: pending.length > maxCards };
}
