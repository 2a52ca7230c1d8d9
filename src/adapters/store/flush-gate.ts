import { setTimeout } from 'node:timers/promises';

/** Why files were left as they were: the journals hold the rest. */
export class FlushCancelled extends Error {
  override readonly name = 'WriteOutCalledOff';
}

/**
 * What every write to the record and segment files goes through, so that they can be held still while they are copied,
 * and left behind when the desk has to end. Commits do not: they go to the journals.
 */
export class FlushGate {
  readonly #running = new Set<Promise<unknown>>();
  readonly #pauses = new Set<Promise<void>>();
  readonly #calledOff = new AbortController();
  readonly #hurried = new AbortController();

  /** Does one thing, such as writing a file, once nothing holds the files still. @throws WriteOutCalledOff */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#pauses.size > 0 && !this.#calledOff.signal.aborted) await this.#nextChange();
    if (this.#calledOff.signal.aborted) throw new FlushCancelled('the desk ends');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Leaves the processor to others for so many milliseconds, or until there is a hurry. */
  async rest(milliseconds: number): Promise<void> {
    const { signal } = this.#hurried;
    if (milliseconds < 1) return;
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  /** Nobody rests any more: the desk ends. */
  hurry(): void {
    this.#hurried.abort();
  }

  /** Holds the files still; they are when it returns. @returns what lets them move again */
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

  /** Lets what is being written come to an end, and nothing begin any more. */
  cancel(): void {
    this.#calledOff.abort();
  }

  async #nextChange(): Promise<void> {
    const { signal } = this.#calledOff;
    let wake: () => void = () => undefined;
    const calledOff = new Promise<void>((resolve) => {
      wake = resolve;
    });
    signal.addEventListener('abort', wake);
    await Promise.race([calledOff, ...this.#pauses]);
    signal.removeEventListener('abort', wake);
  }
}
