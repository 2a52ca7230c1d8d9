import { z } from 'zod';
import type { Change, EntryKind, RecordKind } from '../../application/ports.ts';
import { entrySchemas, recordSchemas } from './record-schemas.ts';

const recordKind = z.custom<RecordKind>(
  (kind) => typeof kind === 'string' && Object.hasOwn(recordSchemas, kind),
);
const entryKind = z.custom<EntryKind>(
  (kind) => typeof kind === 'string' && Object.hasOwn(entrySchemas, kind),
);
const count = z.int().nonnegative();

/** The first line of a journal: where the tenant stood when it began. */
export const journalHeader = z.strictObject({
  schemaVersion: z.literal(1),
  /** How many commits the tenant had seen. */
  sequence: count,
  /** How many entries of each kind it had; a kind that is newer than the journal is not named. */
  entries: z.partialRecord(entryKind, count),
});
export type JournalHeader = z.infer<typeof journalHeader>;

/** One commit. Values are checked against the schema of their kind by what takes them. */
export const journalCommit = z.strictObject({
  /** The commit's number in its tenant, without gaps; the version of every record that it puts. */
  sequence: count.positive(),
  changes: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('put'), kind: recordKind, id: z.string(), value: z.unknown() }),
      z.strictObject({ type: z.literal('delete'), kind: recordKind, id: z.string() }),
      z.strictObject({ type: z.literal('append'), kind: entryKind, value: z.unknown() }),
    ]),
  ),
});
export type JournalCommit = z.infer<typeof journalCommit>;
export type JournalChange = JournalCommit['changes'][number];

/** A commit as its line in the journal. */
export function encodeCommit(sequence: number, changes: readonly Change[]): string {
  return JSON.stringify({ sequence, changes: changes.map(withoutExpectation) });
}

/** Versions were checked before the commit was written; a replay does not ask again. */
function withoutExpectation(change: Change): JournalChange {
  switch (change.type) {
    case 'put':
      return { type: 'put', kind: change.kind, id: change.id, value: change.value };
    case 'delete':
      return { type: 'delete', kind: change.kind, id: change.id };
    case 'append':
      return { type: 'append', kind: change.kind, value: change.value };
  }
}
