import { providerId, type TenantId } from '../domain/identifiers.ts';
import { dueNotice } from '../domain/partners/access-notice.ts';
import { tellOfEnds } from './partners/announce-access-end.ts';
import type { Clock, Timer } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Announcements } from './ports/posts.ts';
import type { Store } from './ports/store.ts';
import { repeatedly, type Stint } from './runtime/run-periodically.ts';
import { whatFailed } from './what-failed.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly announcements: Announcements;
  readonly log: Log;
}

/** How late a reminder may be, or the record of an end; milliseconds. Whoever opens a partner sees its end at once. */
const interval = 3_600_000;
/** So many relationships are looked at before others have their turn. */
const pageSize = 100;
/** Milliseconds. */
const betweenPages = 20;

/**
 * Records what delegated administration is about to end, or has ended, and has people told; now and from time to time.
 * A tenant whose records cannot be read or written now is logged and left for the next time. @returns what ends it
 */
export function watchForEnds({ store, clock, timer, announcements, log }: Ports): () => void {
  async function lookThrough(tenant: TenantId, { isStopped, rest }: Stint): Promise<void> {
    let after: string | undefined;
    do {
      const from = after === undefined ? {} : { after };
      const page = await store.list(tenant, 'relationship', { limit: pageSize, ...from });
      for (const { id, value } of page.items) {
        if (isStopped() || dueNotice(value, clock.now()) === undefined) continue;
        if (await tellOfEnds({ store, clock }, tenant, providerId(id))) announcements.takeUp(tenant);
      }
      after = page.next;
      if (after !== undefined && !isStopped()) await rest(betweenPages);
    } while (after !== undefined && !isStopped());
  }

  const failure = 'partners could not be checked for ends';
  return repeatedly({ timer, log, interval, failure }, async (stint) => {
    for (const tenant of await store.tenants()) {
      await lookThrough(tenant, stint).catch((error: unknown) => {
        log.error({ tenant, ...whatFailed(error) }, 'partners of a tenant could not be checked for ends');
      });
    }
  });
}
