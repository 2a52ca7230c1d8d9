import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { RefusalEvent } from '../../domain/history/audit-entry.ts';
import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import type { ReviewEvent } from '../../domain/history/review-event.ts';
import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { knownAs } from '../../domain/tenant/known-as.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { blankRelationship } from '../../domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import type { Roles } from '../ports/authority.ts';
import { upsert } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';

export interface ChangingPorts {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

interface ChangeRequest {
  readonly partner: ProviderId;
  readonly wanted: Extract<PartnerEvent, { readonly kind: 'partnerChangeRefused' }>['wanted'];
  /** One of these roles is required. */
  readonly needed: readonly AdminRole[];
}

export interface ChangeReceipt<Relationship extends PartnerRelationship = PartnerRelationship> {
  /** Its current state: with this person's change, or as it was before. */
  readonly relationship: Relationship;
  readonly changedNow: boolean;
}

/**
 * The steps of every change to a relationship: check the role, then commit the relationship, its audit entry and
 * further changes at once. One that only the tenant shows begins without anything decided.
 * @param change called again after each conflict; returns no event if there is nothing left to change
 * @throws DomainError('not-allowed', 'partner-not-found' or 'store-unavailable'), and what `change` throws
 */
export async function changeRelationship<Relationship extends PartnerRelationship>(
  { store, roles, clock }: ChangingPorts,
  actor: Actor,
  { partner, wanted, needed }: ChangeRequest,
  change: (
    relationship: PartnerRelationship,
    now: Instant,
  ) => Promise<{
    readonly relationship: Relationship;
    readonly event?: PartnerEvent | ReviewEvent;
    /** Further changes. */
    readonly changes?: readonly Change[];
  }>,
): Promise<ChangeReceipt<Relationship>> {
  const { tenant } = actor;
  const isAllowed = hasOneOf(await roles.rolesOf(actor), needed);
  const unknown = { kind: 'unknownRefused', about: 'partner', id: partner, wanted, why: 'unknown' } as const;
  const refuse = async (at: Instant, event: RefusalEvent) =>
    store.commit(tenant, await refusalChanges(store, actor, at, event));
  return retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'relationship', partner);
    if (!isAllowed) {
      const isKnown = record !== undefined || (await seenOnly(store, tenant, partner)) !== undefined;
      await refuse(now, !isKnown ? unknown : { kind: 'partnerChangeRefused', partner, wanted, why: 'role' });
      throw await roleRefusal(roles, actor, needed);
    }
    const before = record?.value ?? (await seenOnly(store, tenant, partner));
    if (before === undefined) {
      await refuse(now, unknown);
      throw new DomainError('partner-not-found', {});
    }
    const { relationship, event, changes = [] } = await change(before, now);
    if (event === undefined) return { relationship, changedNow: false };
    await store.commit(tenant, [
      upsert('relationship', before.partner.id, relationship, record),
      ...changes,
      auditChange(now, namedPerson(actor), event),
    ]);
    return { relationship, changedNow: true };
  });
}

/** What is known of a partner that the tenant showed and nothing was decided about; undefined if it never showed it. */
async function seenOnly(
  store: Store,
  tenant: TenantId,
  id: ProviderId,
): Promise<PartnerRelationship | undefined> {
  const seen = seenIn(await readSnapshot(store, tenant), id);
  return seen && blankRelationship(knownAs(seen.id, { seen }));
}
