const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pause = 500;

/**
 * Aborted once this process is asked to end: by a signal, or by the end of its parent. npm runs a script in a shell, and
 * a signal sent to npm ends that shell, which passes nothing on.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of signals) {
    process.once(signal, () => {
      stop.abort();
    });
  }
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop.abort();
  }, pause);
  watch.unref();
  return stop.signal;
}
