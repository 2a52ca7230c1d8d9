import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { personId, type TenantId } from '../../domain/identifiers.ts';
import type { DeskActivity } from './activity-schema.ts';

/**
 * Who acts, from the activity that the channel authenticated; card data is never asked.
 * @param tenant see `tenantOf`
 * @throws DomainError `tenant-not-allowed` where there is none; `person-unknown` where the channel does not say who the
 * person is
 */
export function actorOf(activity: DeskActivity, tenant: TenantId | undefined): Actor {
  if (tenant === undefined) throw new DomainError('tenant-not-allowed', {});
  const person = activity.from.aadObjectId;
  if (person === undefined || person === null || person === '') throw new DomainError('person-unknown', {});
  return { tenant, person: personId(person), name: activity.from.name ?? '' };
}
