/** A moment as ISO 8601 in UTC with milliseconds (`2026-11-22T09:30:00.000Z`); such strings sort by time. */
export type Instant = string & { readonly __brand: 'Instant' };

/** A day in milliseconds. */
export const day = 24 * 60 * 60 * 1000;

/** @param milliseconds since 1970-01-01T00:00:00Z */
export function instantFrom(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** @returns milliseconds since 1970-01-01T00:00:00Z */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The moment `milliseconds` after `instant`; before it if negative. */
export function later(instant: Instant, milliseconds: number): Instant {
  return instantFrom(millisecondsOf(instant) + milliseconds);
}
