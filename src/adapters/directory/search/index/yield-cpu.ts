/** How long a thread works before it sleeps. Milliseconds. */
const timeSlice = 5;

/**
 * Limits a long computation to half of a core, so that turns can be handled on a machine with a single one.
 * @returns a function to call often; it sleeps for as long as the thread has worked, once per time slice
 */
export function yieldBetween(): () => void {
  const neverNotified = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let startedAt = performance.now();
  return () => {
    const worked = performance.now() - startedAt;
    if (worked < timeSlice) return;
    // A synchronous sleep: nothing ever notifies it, so it waits for the timeout.
    Atomics.wait(neverNotified, 0, 0, worked);
    startedAt = performance.now();
  };
}
