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

/** The first line of a journal: the tenant’s state when the journal started. */
export const journalHeader = z.strictObject({
  schemaVersion: z.literal(1),
  /** Number of commits so far. */
  sequence: count,
  /** The chain head of each kind of entry; kinds introduced after the journal are absent. */
  entries: z.partialRecord(entryKind, chainHead),
});
export type JournalHeader = z.infer<typeof journalHeader>;

/** One commit. Values are validated against the schema of their kind when applied. */
export const journalCommit = z.strictObject({
  /** Number of the commit in its tenant, without gaps; also the version of every record it puts. */
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

/** A commit as a journal line, its entries chained from `heads`, and the chain heads after it. */
export function encodeCommit(
  sequence: number,
  changes: readonly Change[],
  heads: ChainHeads,
): { readonly line: string; readonly heads: ChainHeads } {
  let next = heads;
  const encoded = changes.map((change): JournalChange => {
    if (change.type !== 'append') return withoutExpectation(change);
    const { kind, value } = change;
    const link = linkAfter(next[kind], value);
    next = { ...next, [kind]: headAt(link) };
    return { type: 'append', kind, link, value };
  });
  return { line: JSON.stringify({ sequence, changes: encoded }), heads: next };
}

/** Versions were checked before the commit was written; a replay does not check again. */
function withoutExpectation(change: Exclude<Change, { readonly type: 'append' }>): JournalChange {
  if (change.type === 'delete') return { type: 'delete', kind: change.kind, id: change.id };
  return { type: 'put', kind: change.kind, id: change.id, value: change.value };
}
