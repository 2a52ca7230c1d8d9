/** How long a thread works before it rests. Milliseconds. */
const stretch = 5;

/**
 * Makes a long computation leave half of its thread's time to others, who have a turn to answer and perhaps no other core.
 * @returns to be called often; once the thread has worked for a while, it sleeps as long as that
 */
export function yieldBetween(): () => void {
  const nobody = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let began = performance.now();
  return () => {
    const worked = performance.now() - began;
    if (worked < stretch) return;
    // Nobody ever wakes it: this is how a thread sleeps without giving up its place in a loop.
    Atomics.wait(nobody, 0, 0, worked);
    began = performance.now();
  };
}
