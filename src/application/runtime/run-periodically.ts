import type { Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { errorForLog } from './logging.ts';

interface Options {
  readonly timer: Timer;
  readonly log: Log;
  /** From the end of one run to the next; milliseconds. */
  readonly interval: number;
  /** Log message for a failed run. */
  readonly failure: string;
}

/** Lets long-running work yield, and end when it is stopped. */
export interface JobRun {
  readonly isStopped: () => boolean;
  /** Waits for some milliseconds; never resolves if the work is stopped meanwhile. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Runs work now and periodically. A failure is logged; the next run tries again. @returns a function that stops it */
export function runPeriodically(
  { timer, log, interval, failure }: Options,
  work: (run: JobRun) => Promise<void>,
): () => void {
  let cancel: (() => void) | undefined;
  let stopped = false;
  const run: JobRun = {
    isStopped: () => stopped,
    pause: (milliseconds) =>
      new Promise((resolve) => {
        cancel = timer.after(milliseconds, resolve);
      }),
  };

  async function once(): Promise<void> {
    try {
      await work(run);
    } catch (error) {
      log.error({ error: errorForLog(error) }, failure);
    }
    if (!stopped) cancel = timer.after(interval, () => void once());
  }

  void once();
  return () => {
    stopped = true;
    cancel?.();
  };
}
