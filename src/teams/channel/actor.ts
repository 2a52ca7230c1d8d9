import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { canonicalPersonId, type TenantId } from '../../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';

/**
 * The person acting, taken from the authenticated activity and never from card data.
 * @param tenant see `tenantOf`
 * @throws DomainError `tenant-not-allowed` without a tenant; `person-unknown` if the channel does not identify the
 * person
 */
export function actorOf(activity: DeskActivity, tenant: TenantId | undefined): Actor {
  if (tenant === undefined) throw new DomainError('tenant-not-allowed', {});
  const person = activity.from.aadObjectId;
  if (person === undefined || person === null || person === '') throw new DomainError('person-unknown', {});
  return { tenant, person: canonicalPersonId(person), name: activity.from.name ?? '' };
}
