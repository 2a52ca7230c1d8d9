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
  after: (milliseconds, work) => {
    const timeout = start(milliseconds, work).unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};

/** For commands, which do nothing but wait meanwhile: pending work keeps the process alive. */
export const commandTimer: Timer = {
  after: (milliseconds, work) => {
    const timeout = start(milliseconds, work);
    return () => {
      clearTimeout(timeout);
    };
  },
};

function start(milliseconds: number, work: () => void): NodeJS.Timeout {
  return setTimeout(work, Math.min(milliseconds, maxDelay));
}
