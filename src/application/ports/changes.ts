import type { RecordKind, Records } from './records.ts';
import type { Change, Put, Versioned } from './store.ts';

type Known = Pick<Versioned<unknown>, 'id' | 'version'>;

/** Puts another value in place of a record that was read. */
export function update<Kind extends RecordKind>(
  kind: Kind,
  { id, version }: Known,
  value: Records[Kind],
): Put<Kind> {
  return { type: 'put', kind, id, value, expected: version };
}

/** Puts a record where there is none yet. */
export function insert<Kind extends RecordKind>(kind: Kind, id: string, value: Records[Kind]): Put<Kind> {
  return { type: 'put', kind, id, value, expected: 'absent' };
}

/**
 * Puts a record, whether or not there was one.
 * @param known what was read under the id; undefined where there was none
 */
export function upsert<Kind extends RecordKind>(
  kind: Kind,
  id: string,
  value: Records[Kind],
  known: Pick<Known, 'version'> | undefined,
): Put<Kind> {
  return { type: 'put', kind, id, value, expected: known?.version ?? 'absent' };
}

/** Deletes a record that was read. */
export function remove(kind: RecordKind, { id, version }: Known): Change {
  return { type: 'delete', kind, id, expected: version };
}
