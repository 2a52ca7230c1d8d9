import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { joinPartner, seenIn } from '../../domain/tenant/join-partners.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';
import { listedPartner, type ListedPartner } from './list-partners.ts';
import { seenTenant } from './seen-tenant.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read. Else, or if absent, nothing that was read before counts. */
  readonly readsTenant?: boolean;
}

/**
 * Reads what would be removed from these partners, to ask for confirmation. Changes nothing; the role is checked again
 * on removal.
 * @throws DomainError('not-allowed', 'no-partner-chosen', 'partner-not-found' if none exists, or 'store-unavailable')
 */
export async function openRemoval(
  ports: Ports,
  actor: Actor,
  ids: readonly ProviderId[],
): Promise<readonly ListedPartner[]> {
  const { store, roles, clock } = ports;
  if (!hasOneOf(await roles.rolesOf(actor), grantAdministration)) {
    throw await roleRefusal(roles, actor, grantAdministration);
  }
  if (ids.length === 0) throw new DomainError('no-partner-chosen', {});
  const unique = [...new Set(ids)];
  const records = await Promise.all(unique.map((id) => store.get(actor.tenant, 'relationship', id)));
  const snapshot = await seenTenant(ports, actor.tenant);
  const now = clock.now();
  const found = unique.flatMap((id, index) => {
    const relationship = records[index]?.value;
    const joined = joinPartner({ relationship, seen: seenIn(snapshot, id), snapshot, now });
    return joined === undefined ? [] : [listedPartner(ports, joined, now)];
  });
  if (found.length === 0) throw new DomainError('partner-not-found', {});
  return found;
}
