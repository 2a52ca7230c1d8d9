import type { Instant } from '../../domain/instant.ts';

/** What time it is. Only this port knows; tests move it. */
export interface Clock {
  now(): Instant;
}

/** Runs things later. Tests move it together with the clock. */
export interface Timer {
  /** Runs `work` once, `milliseconds` from now. @returns what calls it off; harmless once it has run */
  after(milliseconds: number, work: () => void): () => void;
}

/** Makes ids that nobody can guess and that sort by the time they were made (UUID version 7). */
export type NewId = () => string;

/** Bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array;
