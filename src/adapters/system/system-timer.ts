import type { Timer } from '../../application/ports/clock.ts';

/** Node runs at once what is to wait longer than this; milliseconds. */
const longestWait = 2 ** 31 - 1;

/** The machine's timer. What still waits does not keep the process from ending. */
export const systemTimer: Timer = {
  after(milliseconds, work) {
    const timeout = setTimeout(work, Math.min(milliseconds, longestWait)).unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
