/** Sent by process managers, by Ctrl-C, and when a terminal closes. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
/** Milliseconds. */
const pollInterval = 500;

/**
 * Calls `stop` each time this process is asked to end: by a signal, or because its parent has ended.
 *
 * The handlers stay for good, since the default of these signals ends a process in the middle of a write. With `once`,
 * even a first signal does: `signal-exit`, which `write-file-atomic` loads during each write, then finds itself the only
 * listener and sends the signal again.
 *
 * @param parent `watched`: also stop when the parent process ends. npm runs scripts in a shell, and many shells end on a
 * signal without passing it on
 */
export function whenToldToStop(
  stop: () => void,
  { parent }: { readonly parent: 'watched' | 'ignored' },
): void {
  for (const signal of signals) process.on(signal, stop);
  if (parent === 'ignored') return;
  const first = process.ppid;
  const watch = setInterval(() => {
    if (isRunning(first)) return;
    clearInterval(watch);
    stop();
  }, pollInterval);
  watch.unref();
}

/** An orphan gets another parent, except on Windows. */
function isRunning(parent: number): boolean {
  if (process.ppid !== parent) return false;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH';
  }
}
