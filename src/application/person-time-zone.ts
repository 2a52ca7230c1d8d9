import type { Actor } from '../domain/actor.ts';
import { isDomainError } from '../domain/domain-error.ts';
import type { TimeZone } from '../domain/time-zone.ts';
import type { Store } from './ports/store.ts';
import { retryOnConflict } from './runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
}

/**
 * The time zone of a person: the one that their client tells, which is remembered for what is posted to them later, else the
 * last that it told. Where it cannot be kept now, it is the next time.
 * @throws DomainError('store-unavailable') where nothing can be read
 */
export async function timeZoneOf(
  { store }: Ports,
  { tenant, person: id }: Actor,
  told: TimeZone | undefined,
): Promise<TimeZone | undefined> {
  const known = (await store.get(tenant, 'person', id))?.value.timeZone;
  if (told === undefined || told === known) return known;
  try {
    await retryOnConflict(async () => {
      const person = await store.get(tenant, 'person', id);
      const value = { ...person?.value, id, timeZone: told };
      const expected = person?.version ?? 'absent';
      await store.commit(tenant, [{ type: 'put', kind: 'person', id, value, expected }]);
    });
  } catch (error) {
    if (!isDomainError(error, 'store-unavailable')) throw error;
  }
  return told;
}
