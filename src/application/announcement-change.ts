import type { Announcement } from '../domain/notifications/announcement.ts';
import type { Change } from './ports/store.ts';

/**
 * The change that has something told. It goes into the commit of what it tells, so that neither can be without the other;
 * `Announcements.takeUp` after it.
 * @param id one for each announcement of the tenant
 */
export function announcementChange(id: string, announcement: Omit<Announcement, 'reached'>): Change {
  return { type: 'put', kind: 'announcement', id, value: announcement, expected: 'absent' };
}
