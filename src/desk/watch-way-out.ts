import type { Timer } from '../application/ports/clock.ts';
import type { Log } from '../application/ports/log.ts';
import { runPeriodically } from '../application/runtime/run-periodically.ts';

/** Milliseconds. */
const interval = 60_000;
const intervalOnFailure = 10_000;

/**
 * Tries the way to Microsoft now and periodically, so that `/ready` knows about it before the first turn, and while
 * there are none.
 * @param tryOut returns whether it worked; never throws
 * @returns a function that stops it
 */
export function watchWayOut(
  ports: { readonly timer: Timer; readonly log: Log },
  tryOut: () => Promise<boolean>,
): () => void {
  return runPeriodically(
    { ...ports, interval, failure: 'could not try the way to Microsoft' },
    async (run) => {
      while (!(await tryOut()) && !run.isStopped()) await run.pause(intervalOnFailure);
    },
  );
}
