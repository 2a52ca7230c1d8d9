import type { MetricEvent, Meter } from '../../../src/application/ports/meter.ts';

/** A meter that stores its events. */
export function recordedMeter(): Meter & {
  readonly events: readonly MetricEvent[];
  /** Number of refusals by reason. */
  refusals(): Readonly<Record<string, number>>;
} {
  const events: MetricEvent[] = [];
  return {
    events,
    record: (event) => void events.push(event),
    refusals() {
      const counts: Record<string, number> = {};
      for (const event of events)
        if (event.kind === 'refusal') counts[event.reason] = (counts[event.reason] ?? 0) + 1;
      return counts;
    },
  };
}
