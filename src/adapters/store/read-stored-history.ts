import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChainHead } from '../../domain/history/audit-chain.ts';
import { Checksums } from '../files/checksum.ts';
import { completeLines } from './entries/entry-segments.ts';
import { storedEntry, type StoredEntry } from './entries/stored-entry.ts';
import type { JournalCommit } from './journal/journal-lines.ts';
import { numbered, parsed, readJournals, type ReadLine } from './stored-journals.ts';

/** A line of a file (1-based). */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** An item of a tenant’s stored history. */
export type StoredHistory =
  | {
      readonly kind: 'entry';
      readonly place: Place;
      readonly stored: Omit<StoredEntry<unknown>, 'schemaVersion'>;
      /** Whether the checksum matches; the store refuses the line otherwise. */
      readonly hasItsChecksum: boolean;
    }
  | { readonly kind: 'unreadable'; readonly place: Place }
  /** The chain head that the store recorded at this place. */
  | { readonly kind: 'head'; readonly place: Place; readonly head: ChainHead };

const storedLine = storedEntry(z.unknown());

/**
 * Reads a tenant's history from its files, oldest first, as of the start of the call; a desk may be using them. Changes
 * nothing, and holds one file at a time in memory.
 */
export async function* readStoredHistory(tenantFolder: string): AsyncGenerator<StoredHistory> {
  const checksums = new Checksums(tenantFolder);
  // Before the segments: what is flushed meanwhile is in those by then.
  const journals = await readJournals(join(tenantFolder, 'journal'), checksums);
  const written = journals[0]?.header?.entries.audit?.count ?? (journals.length > 0 ? 0 : Infinity);
  yield* readSegments(join(tenantFolder, 'entries', 'audit'), written, checksums);
  for (const { file, header, commits } of journals) {
    const place = { file, line: 1 };
    if (header === undefined) yield { kind: 'unreadable', place };
    else if (header.entries.audit !== undefined) yield { kind: 'head', place, head: header.entries.audit };
    for (const [index, commit] of commits.entries()) yield* entriesOf(commit, { file, line: index + 2 });
  }
}

/** @param written number of entries in the segments; lines beyond are left over from a crash, or in a journal too */
async function* readSegments(
  folder: string,
  written: number,
  checksums: Checksums,
): AsyncGenerator<StoredHistory> {
  let isAllRead = written === 0;
  for (const name of await numbered(folder)) {
    const file = join(folder, name);
    const lines = completeLines(await readFile(file, 'utf8'));
    for (const [index, text] of lines.entries()) {
      const line = parsed(storedLine, text, file, checksums);
      const place = { file, line: index + 1 };
      const number = line?.value.link.number ?? (isAllRead ? Infinity : 0);
      isAllRead ||= number >= written;
      if (number > written) continue;
      yield line === undefined
        ? { kind: 'unreadable', place }
        : { kind: 'entry', place, stored: line.value, hasItsChecksum: line.hasItsChecksum };
    }
  }
}

function* entriesOf(line: ReadLine<JournalCommit> | undefined, place: Place): Generator<StoredHistory> {
  if (line === undefined) {
    yield { kind: 'unreadable', place };
    return;
  }
  const { value, hasItsChecksum } = line;
  for (const change of value.changes) {
    if (change.type === 'append') yield { kind: 'entry', place, stored: change, hasItsChecksum };
  }
}
