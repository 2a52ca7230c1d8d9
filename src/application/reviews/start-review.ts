import type { Actor } from '../../domain/actor.ts';
import type { ReviewId } from '../../domain/identifiers.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { startReview as startedReview } from '../../domain/reviews/review-transitions.ts';
import { nextReviewId } from '../../domain/reviews/review.ts';
import { auditChange } from '../history/audit-changes.ts';
import { listPartners } from '../partners/list-partners.ts';
import type { Roles } from '../ports/authority.ts';
import { insert } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { latestReview, refuseReview } from './change-review.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  readonly reviewEveryDays: number;
  readonly readsTenant?: boolean;
}

const everyDelegated = { text: '', onlyDelegated: true };
const everyOne = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/**
 * Starts a review of every partner that has delegated permissions now, decided here or only seen in the tenant, most urgent first; or continues the open one.
 * Concurrent starts get the same review.
 * @param wanted the review that a request was about; returned if it exists by now, open or finished
 * @returns the review to show; undefined if nobody has delegated permissions
 * @throws DomainError('not-allowed' if one would have to be started, or 'store-unavailable')
 */
export async function startReview(
  ports: Ports,
  actor: Actor,
  wanted?: ReviewId,
): Promise<ReviewId | undefined> {
  const { store, roles, clock } = ports;
  const { tenant } = actor;
  const isAllowed = hasOneOf(await roles.rolesOf(actor), grantAdministration);
  return retryOnConflict(async () => {
    const latest = (await latestReview(store, tenant))?.value;
    if (wanted !== undefined && latest !== undefined && wanted <= latest.id) return wanted;
    if (latest !== undefined && latest.finished === undefined) return latest.id;
    const { partners } = await listPartners(ports, actor, everyDelegated, everyOne);
    const ids = partners.map(({ partner }) => partner.id);
    if (ids.length === 0) return undefined;
    const id = nextReviewId(latest?.id);
    if (!isAllowed) return refuseReview(ports, actor, { review: id, wanted: 'startReview' });
    const by = namedPerson(actor);
    const at = clock.now();
    const review = startedReview(id, ids, { by, at });
    await store.commit(tenant, [
      insert('review', id, review),
      auditChange(at, by, { kind: 'reviewStarted', review: id, partners: ids.length }),
    ]);
    return id;
  });
}
