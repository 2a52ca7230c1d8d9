import { setTimeout } from 'node:timers/promises';

/** Waits for `work`, but no longer than so many milliseconds. @returns whether it came to its end */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const abort = new AbortController();
  try {
    return await Promise.race([
      work.then(() => true),
      setTimeout(milliseconds, false, { signal: abort.signal }),
    ]);
  } finally {
    abort.abort();
  }
}
