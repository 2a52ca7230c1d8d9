import { setTimeout } from 'node:timers/promises';

/** The flush was cancelled on shutdown. The journals hold what is not in the files. */
export class FlushCancelled extends Error {
  override readonly name = 'FlushCancelled';
}

/**
 * Gate for every write to the record and segment files, so that writes can be paused during a backup and cancelled on
 * shutdown. Commits bypass it: they go to the journals.
 */
export class FlushGate {
  readonly #running = new Set<Promise<unknown>>();
  readonly #pauses = new Set<Promise<void>>();
  readonly #cancelled = new AbortController();
  readonly #unthrottled = new AbortController();

  /** Runs one step, such as writing a file, once nothing pauses the gate. @throws FlushCancelled */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#pauses.size > 0 && !this.#cancelled.signal.aborted) await this.#nextChange();
    if (this.#cancelled.signal.aborted) throw new FlushCancelled('the desk is shutting down');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Yields the CPU for a number of milliseconds; returns early once throttling stops. */
  async throttle(milliseconds: number): Promise<void> {
    const { signal } = this.#unthrottled;
    if (milliseconds < 1) return;
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  /** Flushes at full speed from here on: the desk is shutting down. */
  stopThrottling(): void {
    this.#unthrottled.abort();
  }

  /** Pauses writes; returns once those in progress have finished. @returns a function that resumes them */
  async pause(): Promise<() => void> {
    let release: () => void = () => undefined;
    const pause = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#pauses.add(pause);
    await Promise.allSettled(this.#running);
    return () => {
      this.#pauses.delete(pause);
      release();
    };
  }

  /** Lets writes in progress finish and starts no more. */
  cancel(): void {
    this.#cancelled.abort();
  }

  async #nextChange(): Promise<void> {
    const { signal } = this.#cancelled;
    let wake: () => void = () => undefined;
    const cancelled = new Promise<void>((resolve) => {
      wake = resolve;
    });
    signal.addEventListener('abort', wake);
    await Promise.race([cancelled, ...this.#pauses]);
    signal.removeEventListener('abort', wake);
  }
}
