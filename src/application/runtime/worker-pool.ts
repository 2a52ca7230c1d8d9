import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import { createSlidingWindow, type Limit } from './sliding-window.ts';

export interface PoolLimits {
  /** Tasks under way at once. */
  readonly maxRunning: number;
  /** How many may begin in a stretch of time. */
  readonly rate: readonly Limit[];
}

/** Runs tasks in the order in which they came, as fast as its limits allow. */
export interface WorkerPool {
  /** @param task never throws @returns when it has come to an end; never where the pool stops before it begins */
  run(task: () => Promise<void>): Promise<void>;
  running(): number;
  /** Begins nothing new, and returns when what is under way has come to an end. */
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

  /** Begins as many as there is room for, and comes back when there is room for more. */
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
      // Counted before it is known whether there is anything to send: what is drawn long before it is sent may be
      // outdated.
      window.note(now);
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
