import { v7 } from 'uuid';
import type { Clock, NewId, Timer } from '../../application/ports/clock.ts';
import { instantFrom } from '../../domain/instant.ts';

/** The system clock. */
export const systemClock: Clock = { now: () => instantFrom(Date.now()) };

/** UUID version 7: 74 random bits, sortable by creation time in milliseconds. */
export const newId: NewId = () => v7();

/** Node fires a longer `setTimeout` immediately; milliseconds. */
const maxDelay = 2 ** 31 - 1;

/** The system timer. Pending work does not keep the process alive. */
export const systemTimer: Timer = {
  after(milliseconds, work) {
    const timeout = setTimeout(work, Math.min(milliseconds, maxDelay)).unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
