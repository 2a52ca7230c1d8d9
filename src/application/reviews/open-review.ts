import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import type { ChainHead } from '../../domain/history/audit-chain.ts';
import type { ProviderId, ReviewId, TenantId } from '../../domain/identifiers.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { reviewAsItStands } from '../../domain/reviews/review-transitions.ts';
import type { Review, ReviewedPartner } from '../../domain/reviews/review.ts';
import { joinPartner, seenIn, type JoinedPartner } from '../../domain/tenant/join-partners.ts';
import type { PartnerActivity } from '../../domain/tenant/partner-activity.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import { listedPartner, type ListedPartner } from '../partners/list-partners.ts';
import { seenTenant } from '../partners/seen-tenant.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { relationshipsWith, storedReview } from './change-review.ts';

export interface ReadingPorts {
  readonly store: Store;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read. Else, or if absent, nothing that was read before counts. */
  readonly readsTenant?: boolean;
}

/** A partner of a review, with its current state and its outcome. */
export interface ReviewEntry extends ReviewedPartner {
  readonly listed: ListedPartner;
  /** What was seen of its use of its access; undefined if nothing was read so far. */
  readonly activity: PartnerActivity | undefined;
}

/** The current state of a review. */
export interface ReadReview {
  readonly review: Review;
  /** Its partners, in review order. */
  readonly entries: readonly ReviewEntry[];
  /** The head of the tenant's history now: once the review is finished, it covers that too. */
  readonly chainHead: ChainHead;
  readonly tenant: TenantId;
  /** What the tenant showed last; undefined if it was never read. */
  readonly snapshot: TenantSnapshot | undefined;
}

/** A review as one person sees it now. */
export interface OpenedReview extends ReadReview {
  /** Whether this person has a role that may decide; checked again at the press. */
  readonly mayDecide: boolean;
  readonly rolesThatDecide: readonly AdminRole[];
}

/**
 * Reads a review; anyone of its tenant may. Changes nothing, so that a card may use it to refresh itself.
 * @throws DomainError('invalid-action' if the tenant has no such review, or 'store-unavailable')
 */
export async function openReview(
  { roles, ...ports }: ReadingPorts & { readonly roles: Roles },
  actor: Actor,
  id: ReviewId,
): Promise<OpenedReview> {
  const read = await readReview(ports, actor.tenant, id);
  const mayDecide = hasOneOf(await roles.shownRolesOf(actor), grantAdministration);
  return { ...read, mayDecide, rolesThatDecide: grantAdministration };
}

/** Reads the current state of a review, whoever views it; throws what `openReview` does. */
export async function readReview(ports: ReadingPorts, tenant: TenantId, id: ReviewId): Promise<ReadReview> {
  const { store, clock } = ports;
  const { value: stored } = await storedReview(store, tenant, id);
  const relationships = await relationshipsWith(
    store,
    tenant,
    stored.partners.map(({ partner }) => partner),
  );
  const now = clock.now();
  const snapshot = await seenTenant(ports, tenant);
  const review = reviewAsItStands(stored, relationships, now);
  const activities = await activitiesOf(ports, tenant, review);
  const entries = review.partners.map((reviewed) => {
    const { partner } = reviewed;
    const relationship = relationships.get(partner);
    const joined = joinPartner({ relationship, seen: seenIn(snapshot, partner), snapshot, now });
    const listed = listedPartner(ports, joined ?? goneSince(partner), now);
    return { ...reviewed, listed, activity: activities.get(partner) };
  });
  const { count, hash } = await store.head(tenant, 'audit');
  return { review, entries, chainHead: { count, hash }, tenant, snapshot };
}

/** One that only the tenant showed when the review began, and that it does not show any more. */
function goneSince(id: ProviderId): JoinedPartner {
  return { partner: { id, idIsGuess: false }, standing: 'gone', more: [], untold: [] };
}

async function activitiesOf(
  { store, readsTenant = false }: ReadingPorts,
  tenant: TenantId,
  { partners }: Review,
): Promise<ReadonlyMap<ProviderId, PartnerActivity>> {
  if (!readsTenant) return new Map();
  const records = await Promise.all(
    partners.map(({ partner }) => store.get(tenant, 'partnerActivity', partner)),
  );
  return new Map(
    records.flatMap((record) => (record ? [[record.value.partner, record.value] as const] : [])),
  );
}
