import type { RecordKind, Records } from './records.ts';
import type { Change, Put, Versioned } from './store.ts';

type Known = Pick<Versioned<unknown>, 'id' | 'version'>;

/** Replaces a record that was read. */
export function update<Kind extends RecordKind>(
  kind: Kind,
  { id, version }: Known,
  value: Records[Kind],
): Put<Kind> {
  return { type: 'put', kind, id, value, expected: version };
}

/** Inserts a record that must not exist yet. */
export function insert<Kind extends RecordKind>(kind: Kind, id: string, value: Records[Kind]): Put<Kind> {
  return { type: 'put', kind, id, value, expected: 'absent' };
}

/**
 * Inserts or replaces a record.
 * @param known what was read under the id; undefined if there was none
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
