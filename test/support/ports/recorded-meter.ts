import type { Happening, Meter } from '../../../src/application/ports/meter.ts';

/** A meter that keeps what it is told. */
export function recordedMeter(): Meter & {
  readonly happenings: readonly Happening[];
  /** How often something was refused, by reason. */
  refusals(): Readonly<Record<string, number>>;
} {
  const happenings: Happening[] = [];
  return {
    happenings,
    note: (happening) => void happenings.push(happening),
    refusals() {
      const counts: Record<string, number> = {};
      for (const happening of happenings)
        if (happening.kind === 'refusal') counts[happening.reason] = (counts[happening.reason] ?? 0) + 1;
      return counts;
    },
  };
}
