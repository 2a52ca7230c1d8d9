import { z } from 'zod';
import type { EntryKind, RecordKind } from '../../../application/ports/records.ts';
import type { Change } from '../../../application/ports/store.ts';
import { headAt, linkAfter, type ChainHead } from '../../../domain/history/audit-chain.ts';
import { chainHead, chainLink } from '../entries/stored-entry.ts';
import { entrySchemas, recordSchemas } from '../schemas/record-schemas.ts';

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
  /** How far the chain of each kind of entry had come; a kind that is newer than the journal is not named. */
  entries: z.partialRecord(entryKind, chainHead),
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
      z.strictObject({ type: z.literal('append'), kind: entryKind, link: chainLink, value: z.unknown() }),
    ]),
  ),
});
export type JournalCommit = z.infer<typeof journalCommit>;
export type JournalChange = JournalCommit['changes'][number];

export type ChainHeads = Readonly<Record<EntryKind, ChainHead>>;

/** A commit as its line in the journal, where its entries go on from `heads`, and how far the chains have come with it. */
export function encodeCommit(
  sequence: number,
  changes: readonly Change[],
  heads: ChainHeads,
): { readonly line: string; readonly heads: ChainHeads } {
  let reached = heads;
  const encoded = changes.map((change): JournalChange => {
    if (change.type !== 'append') return withoutExpectation(change);
    const { kind, value } = change;
    const link = linkAfter(reached[kind], value);
    reached = { ...reached, [kind]: headAt(link) };
    return { type: 'append', kind, link, value };
  });
  return { line: JSON.stringify({ sequence, changes: encoded }), heads: reached };
}

/** Versions were checked before the commit was written; a replay does not ask again. */
function withoutExpectation(change: Exclude<Change, { readonly type: 'append' }>): JournalChange {
  if (change.type === 'delete') return { type: 'delete', kind: change.kind, id: change.id };
  return { type: 'put', kind: change.kind, id: change.id, value: change.value };
}
