import { setTimeout } from 'node:timers/promises';

/** Waits for `work` with a timeout in milliseconds. @returns whether it finished in time */
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
