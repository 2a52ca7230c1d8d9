import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** How many turns are taken in a minute; as many may come at once. 0: any number. */
export interface TurnLimits {
  readonly perPerson: number;
  readonly perTenant: number;
}

/** Lets a person go on, or throws DomainError('person-too-fast' or 'tenant-too-fast'). */
export type LimitTurns = (actor: Actor) => void;

/**
 * So that nobody, by accident or on purpose, keeps the desk from others. Each tenant has people and a share of its own.
 */
export function createTurnLimit({ perPerson, perTenant }: TurnLimits, clock: Clock): LimitTurns {
  const waitForPerson = perMinute(perPerson, 100_000);
  const waitForTenant = perMinute(perTenant, 10_000);
  return ({ tenant, person }) => {
    const now = millisecondsOf(clock.now());
    // The person first: what one is refused does not count against the others.
    const own = waitForPerson(JSON.stringify([tenant, person]), now);
    if (own > 0) throw new DomainError('person-too-fast', { seconds: own });
    const all = waitForTenant(tenant, now);
    if (all > 0) throw new DomainError('tenant-too-fast', { seconds: all });
  };
}

function perMinute(most: number, maxKeys: number): RateLimit {
  return most === 0 ? () => 0 : createRateLimit({ burst: most, perSecond: most / 60, maxKeys });
}
