import type { Instant } from '../../domain/instant.ts';

/** The only source of the current time. Tests move it. */
export interface Clock {
  now(): Instant;
}

/** Runs work later. Tests move it together with the clock. */
export interface Timer {
  /** Runs `work` once, `milliseconds` from now. @returns a function that cancels it; a no-op once it has run */
  after(milliseconds: number, work: () => void): () => void;
}

/** Makes unguessable ids that sort by creation time (UUID version 7). */
export type NewId = () => string;

/** Unguessable random bytes. */
export type RandomBytes = (count: number) => Uint8Array;
