import { millisecondsOf } from '../../domain/instant.ts';
import type { Clock, Timer } from '../ports/clock.ts';
import { createPrioritySet } from './priority-set.ts';
import { createSlidingWindow, type Limit } from './sliding-window.ts';

export interface PoolLimits {
  /** Maximum tasks running at once. */
  readonly maxRunning: number;
  /** Limits on how many may start. */
  readonly rate: readonly Limit[];
}

/** Runs tasks, the most urgent first and else in order of arrival, as fast as its limits allow. */
export interface WorkerPool {
  /**
   * @param task never throws
   * @param priority 0 for the most urgent
   * @returns once it has ended; never if the pool stops before it starts
   */
  run(task: Task, priority: number): Promise<void>;
  /** Makes a task that has not started more urgent; a no-op for any other. */
  promote(task: Task, priority: number): void;
  running(): number;
  /** Starts no more tasks, and returns once the running ones have ended. */
  stop(): Promise<void>;
}

export type Task = () => Promise<void>;

export function createWorkerPool(
  { clock, timer }: { readonly clock: Clock; readonly timer: Timer },
  { maxRunning, rate }: PoolLimits,
): WorkerPool {
  const ready = createPrioritySet<Task>();
  const whenEnded = new Map<Task, () => void>();
  const running = new Set<Promise<void>>();
  const window = createSlidingWindow(rate);
  let cancelPause: (() => void) | undefined;
  let isStopped = false;

  /** Starts as many tasks as there is room for, and sets a timer for when there is room for more. */
  function advance(): void {
    for (let next = ready.first(); next !== undefined; next = ready.first()) {
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
      // Counted before the task knows whether it sends anything: what is rendered long before it is sent may be
      // outdated.
      window.record(now);
      start(next.value);
    }
  }

  function start(task: Task): void {
    const resolve = whenEnded.get(task);
    ready.delete(task);
    whenEnded.delete(task);
    const run: Promise<void> = task().then(() => {
      running.delete(run);
      resolve?.();
      advance();
    });
    running.add(run);
  }

  return {
    run: (task, priority) =>
      new Promise((resolve) => {
        whenEnded.set(task, resolve);
        ready.add(task, priority);
        advance();
      }),
    promote(task, priority) {
      if (whenEnded.has(task)) ready.add(task, priority);
    },
    running: () => running.size,
    async stop() {
      isStopped = true;
      cancelPause?.();
      await Promise.all(running);
    },
  };
}
