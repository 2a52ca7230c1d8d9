import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what happens in the background. The test's own time limit ends it where it never does. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(5);
}
