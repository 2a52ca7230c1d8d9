import type { TenantId } from '../../domain/identifiers.ts';
import type { Announcement } from '../../domain/notifications/announcement.ts';
import type { PostPriority } from '../../domain/notifications/post-priority.ts';
import type { Store } from '../ports/store.ts';

/**
 * The priority of an announcement or a post. One that was stored before they had a priority gets it from its subject, so
 * that an invitation submitted with a signature overtakes all that waited at an update of the desk.
 * @throws DomainError('store-unavailable')
 */
export async function postPriorityOf(
  store: Store,
  tenant: TenantId,
  { priority, subject }: Pick<Announcement, 'priority' | 'subject'>,
): Promise<PostPriority> {
  if (priority !== undefined) return priority;
  if (subject.kind !== 'invitation') return 'other';
  const invitation = await store.get(tenant, 'invitation', subject.invitation);
  return invitation?.value.origin.kind === 'posted' ? 'submitted' : 'pasted';
}
