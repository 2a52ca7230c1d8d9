import type { DeliveryId, ProviderId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';

/** The recipients of a contact request's e-mails: each provider, and the requester for a copy. */
export type Recipient =
  | {
      readonly kind: 'provider';
      readonly provider: ProviderId;
      readonly name: string;
      readonly email: string;
    }
  | { readonly kind: 'requester'; readonly name: string; readonly email: string };

/** The state of one e-mail. `givenUp`: retries failed for a day, or the mail server rejected it permanently. */
export type DeliveryState =
  | { readonly kind: 'waiting'; readonly attempts: number; readonly nextAttemptAt: Instant }
  | { readonly kind: 'sent'; readonly at: Instant }
  | { readonly kind: 'givenUp'; readonly at: Instant };

/**
 * One e-mail to one recipient. Its Message-ID is derived from `id`, so that a resent e-mail is recognized as a
 * duplicate.
 */
export interface Delivery {
  readonly id: DeliveryId;
  readonly recipient: Recipient;
  readonly state: DeliveryState;
}

/** The result of one attempt. `refused`: permanently, so retries are pointless. */
export type AttemptOutcome = 'accepted' | 'refused' | 'failed';

const second = 1000;
const hour = 3600 * second;
const initialDelay = 30 * second;
const maxDelay = hour;
const maxRetryTime = day;
/** More than fit into a day; bounds the retries even if the clock keeps being set back. */
const maxAttempts = 40;

/**
 * The state of a waiting e-mail after another attempt.
 * @param chance from 0 to 1; jitter, shortens the delay by up to a fifth
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
  const lastAttemptAt = later(requestedAt, maxRetryTime);
  if (outcome === 'accepted') return { kind: 'sent', at };
  if (outcome === 'refused' || at >= lastAttemptAt || waiting.attempts + 1 >= maxAttempts)
    return { kind: 'givenUp', at };
  const delay = Math.min(initialDelay * 2 ** waiting.attempts, maxDelay) * (1 - chance / 5);
  const next = later(at, Math.round(delay));
  const nextAttemptAt = next < lastAttemptAt ? next : lastAttemptAt;
  return { kind: 'waiting', attempts: waiting.attempts + 1, nextAttemptAt };
}

/**
 * When a waiting e-mail is due: as scheduled, or now if that is further away than the maximum delay. Then the clock was
 * ahead when it was scheduled, and has been corrected.
 */
export function dueAt(nextAttemptAt: Instant, now: Instant): Instant {
  return nextAttemptAt > later(now, maxDelay) ? now : nextAttemptAt;
}
