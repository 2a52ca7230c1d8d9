import { setTimeout as sleep } from 'node:timers/promises';

/** Calls of the operating system in libuv's thread pool: files, host names. */
const poolRequest = /^(FSReq|FileHandleCloseReq|GetAddrInfo|GetNameInfo)/;
/** Milliseconds. */
const pollInterval = 20;

/**
 * Ends this process. First waits for calls of the operating system, because `process.exit` does so without a timeout,
 * and timers no longer run then: a look-up at a name server that does not answer takes half a minute.
 * @param before called when nothing else is pending
 */
export async function endProcess(exitCode: number, before: () => Promise<void>): Promise<never> {
  while (process.getActiveResourcesInfo().some((resource) => poolRequest.test(resource))) {
    await sleep(pollInterval);
  }
  await before();
  process.exit(exitCode);
}

/** Ends this process at once, whatever it waits for. */
export function killProcess(): never {
  process.kill(process.pid, 'SIGKILL');
  // The first process of a container cannot kill itself.
  process.exit(1);
}
