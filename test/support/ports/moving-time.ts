import type { Clock, Timer } from '../../../src/application/ports/clock.ts';
import { instantFrom, millisecondsOf, type Instant } from '../../../src/domain/instant.ts';

/** A clock and a timer that stand still until a test moves them. */
export interface MovingTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Advances by so many milliseconds, running each due timer, and what follows from it, at its own time. */
  pass(milliseconds: number): Promise<void>;
  /** Sets the clock forward, or back if negative, as an administrator does: timers are not affected. */
  turnClock(milliseconds: number): void;
  /** Lets everything finish that does not wait for a timer. */
  settle(): Promise<void>;
}

interface Alarm {
  readonly at: number;
  readonly work: () => void;
}

export function movingTime(start: Instant): MovingTime {
  let now = millisecondsOf(start);
  let turned = 0;
  const alarms = new Set<Alarm>();

  async function pass(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    await settle();
    for (let next = earliest(alarms, end); next !== undefined; next = earliest(alarms, end)) {
      alarms.delete(next);
      now = Math.max(now, next.at);
      next.work();
      await settle();
    }
    now = end;
  }

  return {
    clock: { now: () => instantFrom(now + turned) },
    timer: {
      after(wait, work) {
        const alarm = { at: now + wait, work };
        alarms.add(alarm);
        return () => {
          alarms.delete(alarm);
        };
      },
    },
    pass,
    turnClock(milliseconds) {
      turned += milliseconds;
    },
    settle,
  };
}

function earliest(alarms: ReadonlySet<Alarm>, end: number): Alarm | undefined {
  return [...alarms].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
}

async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}
