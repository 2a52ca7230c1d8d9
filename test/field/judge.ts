import assert from 'node:assert/strict';
import { awaited } from './awaited.ts';

/**
 * Asserts that an input came out right; or, for one that is on the list `awaited`, that it is still wrong, so that
 * whoever mends it takes it off.
 * @param faults what is wrong with what came out, in words; empty if nothing is
 */
export function judge(id: string, faults: readonly string[], waiting: ReadonlySet<string> = awaited): void {
  if (!waiting.has(id)) assert.equal(faults.join('; '), '');
  else assert.notEqual(faults.length, 0, `${id} is right now: take it off the list in test/field/awaited.ts`);
}
