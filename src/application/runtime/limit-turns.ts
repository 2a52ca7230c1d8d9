import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

/** Maximum turns per minute; as many may come at once. 0: unlimited. */
export interface TurnLimits {
  readonly perPerson: number;
  readonly perTenant: number;
}

/** Admits a turn, or throws DomainError('person-too-fast' or 'tenant-too-fast'). */
export type LimitTurns = (actor: Actor) => void;

/**
 * Keeps anyone from starving the others, by accident or on purpose. Each tenant has its own people and its own share.
 */
export function createTurnLimit({ perPerson, perTenant }: TurnLimits, clock: Clock): LimitTurns {
  const waitForPerson = perMinute(perPerson, 100_000);
  const waitForTenant = perMinute(perTenant, 10_000);
  return ({ tenant, person }) => {
    const now = millisecondsOf(clock.now());
    // The person first: a refused turn does not count against the others.
    const own = waitForPerson(JSON.stringify([tenant, person]), now);
    if (own > 0) throw new DomainError('person-too-fast', { seconds: own });
    const all = waitForTenant(tenant, now);
    if (all > 0) throw new DomainError('tenant-too-fast', { seconds: all });
  };
}

function perMinute(limit: number, maxKeys: number): RateLimit {
  return limit === 0 ? () => 0 : createRateLimit({ burst: limit, perSecond: limit / 60, maxKeys });
}
