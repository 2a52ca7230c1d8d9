import type { CallTarget, Meter } from '../ports/meter.ts';

/** A meter that also tracks whether calls to each target succeed. */
export interface CallWatch extends Meter {
  /** @throws Error if the latest calls to it all failed */
  check(target: CallTarget): Promise<void>;
  /** For targets that are called on purpose to find out. @throws Error unless the latest call to it succeeded */
  checkLatest(target: CallTarget): Promise<void>;
}

/** One failure may be the fault of the request; this many in a row are not. */
const maxFailures = 3;

export function watchCalls(meter: Meter): CallWatch {
  const failures = new Map<CallTarget, number>();
  const fewerThan = (limit: number, target: CallTarget, otherwise: number): Promise<void> =>
    (failures.get(target) ?? otherwise) < limit
      ? Promise.resolve()
      : Promise.reject(new Error(`calls to ${target} are failing`));
  return {
    record(event) {
      meter.record(event);
      if (event.kind !== 'call') return;
      const { target, outcome } = event;
      const isAnswered = outcome === 'done' || outcome === 'refused';
      failures.set(target, isAnswered ? 0 : (failures.get(target) ?? 0) + 1);
    },
    check: (target) => fewerThan(maxFailures, target, 0),
    checkLatest: (target) => fewerThan(1, target, 1),
  };
}
