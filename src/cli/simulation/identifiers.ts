import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same parts. */
export function guidOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `${groups.join('-')}-${hash.slice(20, 32)}`;
}
