import type { TenantId } from '../../domain/identifiers.ts';
import type { Addressees, Subject } from '../../domain/notifications/announcement.ts';
import { announcementChange } from '../announcement-change.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Store } from '../ports/store.ts';

export interface AnnouncingPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announcements: Announcements;
}

/**
 * Has subjects told, all or none: durably once it returns, whoever is told when.
 * @throws DomainError('store-unavailable')
 */
export async function announce(
  { store, clock, newId, announcements }: AnnouncingPorts,
  tenant: TenantId,
  subjects: readonly Subject[],
  to: Addressees,
): Promise<void> {
  const at = clock.now();
  await store.commit(
    tenant,
    subjects.map((subject) => announcementChange(newId(), { subject, to, at })),
  );
  announcements.takeUp(tenant);
}
