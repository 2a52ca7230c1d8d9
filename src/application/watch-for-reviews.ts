import type { Clock, Timer } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Announcements } from './ports/posts.ts';
import type { Store } from './ports/store.ts';
import { requestReviews } from './reviews/request-reviews.ts';
import { repeatedly } from './runtime/run-periodically.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly reviewEveryDays: number;
  readonly announcements: Announcements;
  readonly log: Log;
}

/** How long after a review is due its administrators may still not have been asked; milliseconds. */
const interval = 3_600_000;

/** Asks for the reviews that are due, now and from time to time. @returns what ends it */
export function watchForReviews({ timer, announcements, ...ports }: Ports): () => void {
  const failure = 'reviews that are due could not be looked for';
  return repeatedly({ timer, log: ports.log, interval, failure }, async () => {
    for (const tenant of await requestReviews(ports)) announcements.takeUp(tenant);
  });
}
