const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pollInterval = 500;

/**
 * Aborts when this process is asked to stop: by a signal, or when its parent exits. npm runs scripts in a shell, and a
 * signal to npm ends that shell, which does not forward it.
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
  }, pollInterval);
  watch.unref();
  return stop.signal;
}
