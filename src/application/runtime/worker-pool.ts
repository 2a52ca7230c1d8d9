import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import { createSlidingWindow, type Limit } from './sliding-window.ts';

export interface PoolLimits {
  /** Maximum tasks running at once. */
  readonly maxRunning: number;
  /** Limits on how many may start. */
  readonly rate: readonly Limit[];
}

/** Runs tasks in order of arrival, as fast as its limits allow. */
export interface WorkerPool {
  /** @param task never throws @returns once it has ended; never if the pool stops before it starts */
  run(task: () => Promise<void>): Promise<void>;
  running(): number;
  /** Starts no more tasks, and returns once the running ones have ended. */
  stop(): Promise<void>;
}

export function createWorkerPool(
  { clock, timer }: { readonly clock: Clock; readonly timer: Timer },
  { maxRunning, rate }: PoolLimits,
): WorkerPool {
  const ready = new Set<() => Promise<void>>();
  const running = new Set<Promise<void>>();
  const window = createSlidingWindow(rate);
  let cancelPause: (() => void) | undefined;
  let isStopped = false;

  /** Starts as many tasks as there is room for, and sets a timer for when there is room for more. */
  function advance(): void {
    for (const task of ready) {
      if (isStopped || cancelPause !== undefined || running.size >= maxRunning) return;
      const now = millisecondsOf(clock.now());
      const wait = window.roomAt(now) - now;
      if (wait > 0) {
        cancelPause = timer.after(wait, () => {
          cancelPause = undefined;
          advance();
        });
        return;
      }
      ready.delete(task);
      // Counted before the task knows whether it sends anything: what is rendered long before it is sent may be
      // outdated.
      window.record(now);
      const run: Promise<void> = task().then(() => {
        running.delete(run);
        advance();
      });
      running.add(run);
    }
  }

  return {
    run: (task) =>
      new Promise((resolve) => {
        ready.add(() => task().then(resolve));
        advance();
      }),
    running: () => running.size,
    async stop() {
      isStopped = true;
      cancelPause?.();
      await Promise.all(running);
    },
  };
}
