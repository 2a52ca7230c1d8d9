import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ReviewEvent } from '../../domain/history/review-event.ts';
import type { ReviewId, ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { Review } from '../../domain/reviews/review.ts';
import { refusalChanges } from '../history/audit-changes.ts';
import type { Roles } from '../ports/authority.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';

export interface ReviewingPorts {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

type Wanted = Extract<ReviewEvent, { readonly kind: 'reviewRefused' }>['wanted'];

/**
 * The steps of skipping a partner and of finishing: check the role, then commit the review and further changes at once.
 * @param change called again after each conflict; returns no review if there is nothing left to change
 * @returns whether it changed
 * @throws DomainError('not-allowed', 'invalid-action' if the tenant has no such review, or 'store-unavailable')
 */
export async function changeReview(
  ports: ReviewingPorts,
  actor: Actor,
  { review: id, wanted }: { readonly review: ReviewId; readonly wanted: Wanted },
  change: (
    review: Review,
    now: Instant,
  ) => Promise<{ readonly review?: Review; readonly changes?: readonly Change[] }>,
): Promise<boolean> {
  const { store, roles, clock } = ports;
  const isAllowed = hasOneOf(await roles.rolesOf(actor), grantAdministration);
  return retryOnConflict(async () => {
    const record = await storedReview(store, actor.tenant, id);
    if (!isAllowed) return refuseReview(ports, actor, { review: id, wanted });
    const { review, changes = [] } = await change(record.value, clock.now());
    if (review === undefined) return false;
    await store.commit(actor.tenant, [update('review', record, review), ...changes]);
    return true;
  });
}

/**
 * Records that somebody without the role tried to lead a review.
 * @throws DomainError('not-allowed' or 'store-unavailable')
 */
export async function refuseReview(
  { store, roles, clock }: Pick<ReviewingPorts, 'store' | 'roles' | 'clock'>,
  actor: Actor,
  { review, wanted }: { readonly review: ReviewId; readonly wanted: Wanted },
): Promise<never> {
  const refused = { kind: 'reviewRefused', review, wanted, why: 'role' } as const;
  await store.commit(actor.tenant, await refusalChanges(store, actor, clock.now(), refused));
  throw await roleRefusal(roles, actor, grantAdministration);
}

/** Reads a review as it was last stored. @throws DomainError('invalid-action') if the tenant has no such review */
export async function storedReview(store: Store, tenant: TenantId, id: ReviewId): Promise<Versioned<Review>> {
  const record = await store.get(tenant, 'review', id);
  if (record === undefined) throw new DomainError('invalid-action', {});
  return record;
}

/** The newest review of a tenant, open or finished; undefined before the first. */
export async function latestReview(store: Store, tenant: TenantId): Promise<Versioned<Review> | undefined> {
  return (await store.list(tenant, 'review', { limit: 1, order: 'descending' })).items[0];
}

/** The relationships with these partners, as they are stored now. */
export async function relationshipsWith(
  store: Store,
  tenant: TenantId,
  partners: readonly ProviderId[],
): Promise<ReadonlyMap<ProviderId, PartnerRelationship>> {
  const records = await Promise.all(partners.map((partner) => store.get(tenant, 'relationship', partner)));
  return new Map(records.flatMap((record) => (record ? [[record.value.partner.id, record.value]] : [])));
}
