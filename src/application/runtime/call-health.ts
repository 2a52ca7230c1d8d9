import type { CallTarget, Meter } from '../ports/meter.ts';

/** A meter that also remembers how the latest calls to each target went. */
export interface CallWatch extends Meter {
  /** @throws Error where no call to it has come through lately */
  check(target: CallTarget): Promise<void>;
}

/** One that fails may be the fault of what was called for; so many one after the other are not. */
const inARow = 3;

export function watchCalls(meter: Meter): CallWatch {
  const failures = new Map<CallTarget, number>();
  return {
    record(event) {
      meter.record(event);
      if (event.kind !== 'call') return;
      const { target, outcome } = event;
      const came = outcome === 'done' || outcome === 'refused';
      failures.set(target, came ? 0 : (failures.get(target) ?? 0) + 1);
    },
    check: (target) =>
      (failures.get(target) ?? 0) < inARow
        ? Promise.resolve()
        : Promise.reject(new Error(`no call to ${target} comes through`)),
  };
}
