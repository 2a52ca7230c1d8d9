import type { TenantId } from '../../domain/identifiers.ts';
import {
  announcementKey,
  type Addressees,
  type Subject,
  type Announcement,
} from '../../domain/notifications/announcement.ts';
import { insert } from '../ports/changes.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Announcements } from '../ports/posts.ts';
import type { Store, Change } from '../ports/store.ts';

export interface AnnouncingPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announcements: Announcements;
}

/**
 * Announces subjects, all or none: durable once it returns, delivered later.
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
  announcements.wake(tenant);
}

/**
 * The change that announces something. It goes into the commit of what it announces, so that neither is stored without
 * the other; call `Announcements.wake` afterwards.
 * @param name unique among the announcements of the tenant
 * @param announcement its priority, unless given: `other`
 */
export function announcementChange(name: string, announcement: Omit<Announcement, 'reached'>): Change {
  const { priority = 'other' } = announcement;
  return insert('announcement', announcementKey(name, priority), { ...announcement, priority });
}
