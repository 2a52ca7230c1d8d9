import type { ReviewId, TenantId } from '../domain/identifiers.ts';
import type { Instant } from '../domain/instant.ts';
import type { NamedPerson } from '../domain/named-person.ts';
import { announcementChange } from './announcement-change.ts';
import type { Change, Store } from './ports/store.ts';

/** The one record of a tenant that says when everyone was last asked for a review. */
export const reviewRequestId = 'latest';

/** The change that has everyone asked to review the partners. @param review the open one, or the one that is to be started */
export function announceDueReview(review: ReviewId, askedAt: Instant): Change {
  const subject = { kind: 'reviewDue', review, askedAt } as const;
  return announcementChange(`review ${review} due ${askedAt}`, {
    subject,
    to: { kind: 'everyone' },
    at: askedAt,
  });
}

/** The changes that have the requests for a review say that it is finished; who finished it knows already. */
export async function announceFinishedReview(
  store: Store,
  tenant: TenantId,
  { review, by, at }: { readonly review: ReviewId; readonly by: NamedPerson; readonly at: Instant },
): Promise<readonly Change[]> {
  const asked = (await store.get(tenant, 'reviewRequest', reviewRequestId))?.value;
  if (asked === undefined) return [];
  const times = asked.repeatedAt === undefined ? [asked.askedAt] : [asked.askedAt, asked.repeatedAt];
  return times.map((askedAt) => {
    const subject = { kind: 'reviewDue', review, askedAt } as const;
    const to = { kind: 'holders', except: by.person } as const;
    return announcementChange(`review ${review} finished ${askedAt}`, { subject, to, at });
  });
}
