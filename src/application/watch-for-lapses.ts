import { lapseInvitations } from './invitations/lapse-invitations.ts';
import type { Clock, Timer } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Announcements } from './ports/posts.ts';
import type { Store } from './ports/store.ts';
import { repeatedly } from './runtime/run-periodically.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly announcements: Announcements;
  readonly log: Log;
}

/** How long after its last day an invitation may still be shown as waiting; milliseconds. A press is told at once. */
const interval = 60_000;

/** Records what lapses, now and from time to time, and has those told who have its card. @returns what ends it */
export function watchForLapses({ timer, announcements, ...ports }: Ports): () => void {
  const failure = 'invitations could not be checked for lapse';
  return repeatedly({ timer, log: ports.log, interval, failure }, async () => {
    for (const { tenant } of await lapseInvitations(ports)) announcements.takeUp(tenant);
  });
}
