import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until a condition in the background holds. The test's timeout ends it otherwise. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
