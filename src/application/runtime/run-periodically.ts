import type { Timer } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { errorForLog } from './logging.ts';

interface Options {
  readonly timer: Timer;
  readonly log: Log;
  /** From the end of one time to the next; milliseconds. */
  readonly interval: number;
  /** What the log says where the work failed. */
  readonly failure: string;
}

/** For work that goes on for long: it lets others have their turn, and ends when it is told to. */
export interface JobRun {
  readonly isStopped: () => boolean;
  /** In milliseconds. It never ends where the work is stopped meanwhile. */
  readonly rest: (milliseconds: number) => Promise<void>;
}

/**
 * Does something now and from time to time. What fails is logged, and tried again the next time.
 * @returns what ends it
 */
export function runPeriodically(
  { timer, log, interval, failure }: Options,
  work: (run: JobRun) => Promise<void>,
): () => void {
  let cancel: (() => void) | undefined;
  let stopped = false;
  const run: JobRun = {
    isStopped: () => stopped,
    rest: (milliseconds) =>
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
