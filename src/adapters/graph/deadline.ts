import type { Clock, Timer } from '../../application/ports/clock.ts';
import { millisecondsOf } from '../../domain/instant.ts';

/** The time that something may take in all. Milliseconds. */
export interface Deadline {
  /** Aborts when the time is up, or when the caller gives up. */
  readonly signal: AbortSignal;
  remaining(): number;
  /** Waits. @throws the signal's reason if it aborts meanwhile */
  pause(milliseconds: number): Promise<void>;
  /** The result of `work`, unless the signal aborts first. @throws the signal's reason */
  orAbort<Result>(work: Promise<Result>): Promise<Result>;
  /** Aborts after so many milliseconds, or with this one. `done` has to be called. */
  shorter(milliseconds: number): Deadline & { readonly done: () => void };
}

/** @param signal of the caller */
export function startDeadline(
  { clock, timer }: { readonly clock: Clock; readonly timer: Timer },
  milliseconds: number,
  signal?: AbortSignal,
): Deadline & { readonly done: () => void } {
  const now = () => millisecondsOf(clock.now());
  const end = now() + milliseconds;
  const abort = new AbortController();
  const giveUp = (): void => {
    abort.abort();
  };
  const cancel = timer.after(milliseconds, giveUp);
  if (signal?.aborted === true) giveUp();
  else signal?.addEventListener('abort', giveUp, { once: true });

  function orAbort<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        reject(abort.signal.reason as Error);
      };
      if (abort.signal.aborted) fail();
      abort.signal.addEventListener('abort', fail, { once: true });
      work.then(resolve, reject).finally(() => {
        abort.signal.removeEventListener('abort', fail);
      });
    });
  }

  return {
    signal: abort.signal,
    remaining: () => Math.max(0, end - now()),
    async pause(wait) {
      let stop = (): void => undefined;
      try {
        await orAbort(new Promise<void>((resolve) => (stop = timer.after(wait, resolve))));
      } finally {
        stop();
      }
    },
    orAbort,
    shorter: (less) => startDeadline({ clock, timer }, less, abort.signal),
    done: () => {
      cancel();
      signal?.removeEventListener('abort', giveUp);
    },
  };
}
