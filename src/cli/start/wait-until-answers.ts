import { setTimeout as delay } from 'node:timers/promises';
import type { RunningProgram } from './program.ts';
import { StartError } from './start-error.ts';

const timeout = 60_000;
const pollInterval = 100;

/**
 * Polls `url` until it answers with success or `stop` aborts.
 *
 * @throws StartError if the program exits first, or does not answer within a minute
 */
export async function waitUntilAnswers(
  running: RunningProgram,
  url: string,
  stop: AbortSignal,
): Promise<void> {
  const { name, whereToLook } = running.program;
  const deadline = performance.now() + timeout;
  while (!stop.aborted && !(await answers(url))) {
    if (running.hasEnded()) throw new StartError(`${name} ended before it was ready. ${whereToLook}`);
    if (performance.now() > deadline) {
      throw new StartError(`${name} does not answer at ${url}. ${whereToLook}`);
    }
    await delay(pollInterval);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
