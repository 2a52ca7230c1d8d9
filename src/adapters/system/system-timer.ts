import type { Timer } from '../../application/ports.ts';

/** The machine's timer. What still waits does not keep the process from ending. */
export const systemTimer: Timer = {
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds).unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
