import type { Actor } from '../domain/actor.ts';
import { DomainError } from '../domain/domain-error.ts';
import { personId, tenantId, type TenantId } from '../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';

/**
 * Who acts, from the activity that the channel authenticated; card data is never asked.
 * @throws DomainError `tenant-not-allowed` where the tenant is missing, contradictory or not served; `person-unknown` where
 * the channel does not say who the person is
 */
export function actorOf(activity: DeskActivity, allowedTenants: readonly TenantId[] | 'any'): Actor {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter(
    (id): id is string => typeof id === 'string' && id !== '',
  );
  const [tenant] = named;
  if (tenant === undefined || new Set(named).size > 1) throw new DomainError('tenant-not-allowed', {});
  if (allowedTenants !== 'any' && !allowedTenants.includes(tenantId(tenant))) {
    throw new DomainError('tenant-not-allowed', {});
  }
  const person = activity.from.aadObjectId;
  if (person === undefined || person === null || person === '') throw new DomainError('person-unknown', {});
  return { tenant: tenantId(tenant), person: personId(person), name: activity.from.name ?? '' };
}
