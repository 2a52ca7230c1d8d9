import { v7 } from 'uuid';
import type { Clock, NewId, Timer } from '../../application/ports/clock.ts';
import { instantFrom } from '../../domain/instant.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => instantFrom(Date.now()) };

/** UUID version 7: 74 random bits, and sorted by the millisecond it was made in. */
export const newId: NewId = () => v7();

/** Node runs at once what is to wait longer than this; milliseconds. */
const maxWait = 2 ** 31 - 1;

/** The machine's timer. What still waits does not keep the process from ending. */
export const systemTimer: Timer = {
  after(milliseconds, work) {
    const timeout = setTimeout(work, Math.min(milliseconds, maxWait)).unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
