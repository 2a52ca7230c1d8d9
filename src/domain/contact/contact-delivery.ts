import type { DeliveryId, ProviderId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';

/** To whom a letter of a contact request goes: each provider, and a copy to the person who asked. */
export type Recipient =
  | {
      readonly kind: 'provider';
      readonly provider: ProviderId;
      readonly name: string;
      readonly email: string;
    }
  | { readonly kind: 'requester'; readonly name: string; readonly email: string };

/** How far one letter has come. `givenUp`: a day of attempts failed, or its mail server said that it never will be taken. */
export type DeliveryState =
  | { readonly kind: 'waiting'; readonly attempts: number; readonly nextAttemptAt: Instant }
  | { readonly kind: 'sent'; readonly at: Instant }
  | { readonly kind: 'givenUp'; readonly at: Instant };

/** One letter to one recipient. Its id makes its Message-ID, so that a letter sent again is known as the same. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly recipient: Recipient;
  readonly state: DeliveryState;
}

/** What came of one attempt. `refused`: no further one can succeed. */
export type AttemptOutcome = 'accepted' | 'refused' | 'failed';

const second = 1000;
const hour = 3600 * second;
const firstWait = 30 * second;
const maxWait = hour;
const givenUpAfter = day;
/** More than a day holds with the shortest waits: a clock that keeps going back makes no letter last for ever. */
const maxAttempts = 40;

/**
 * The state of a waiting letter after one more attempt.
 * @param chance from 0 to 1; shortens the wait by up to a fifth, so that letters that failed together are not tried together
 */
export function afterAttempt(
  waiting: DeliveryState & { readonly kind: 'waiting' },
  outcome: AttemptOutcome,
  {
    requestedAt,
    at,
    chance,
  }: { readonly requestedAt: Instant; readonly at: Instant; readonly chance: number },
): DeliveryState {
  const lastAttemptAt = later(requestedAt, givenUpAfter);
  if (outcome === 'accepted') return { kind: 'sent', at };
  if (outcome === 'refused' || at >= lastAttemptAt || waiting.attempts + 1 >= maxAttempts)
    return { kind: 'givenUp', at };
  const wait = Math.min(firstWait * 2 ** waiting.attempts, maxWait) * (1 - chance / 5);
  const next = later(at, Math.round(wait));
  const nextAttemptAt = next < lastAttemptAt ? next : lastAttemptAt;
  return { kind: 'waiting', attempts: waiting.attempts + 1, nextAttemptAt };
}

/**
 * When a waiting letter is to be tried next: as planned, or now where that lies further off than any wait is. Then the clock
 * was ahead when it was planned, and has been put right.
 */
export function dueAt(nextAttemptAt: Instant, now: Instant): Instant {
  return nextAttemptAt > later(now, maxWait) ? now : nextAttemptAt;
}
