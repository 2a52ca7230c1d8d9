import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { ChainHead } from '../../domain/audit-chain.ts';
import { completeLines } from './complete-lines.ts';
import { GarbledFileError, parseJson } from './garbled-file-error.ts';
import { journalCommit, journalHeader, type JournalCommit, type JournalHeader } from './journal-lines.ts';
import { namesIn } from './names-in.ts';
import { storedEntry, type StoredEntry } from './stored-entry.ts';

/** A line of a file, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the files of a tenant hold of its history, oldest first. */
export type StoredHistory =
  | {
      readonly kind: 'entry';
      readonly place: Place;
      readonly stored: Omit<StoredEntry<unknown>, 'schemaVersion'>;
    }
  | { readonly kind: 'unreadable'; readonly place: Place }
  /** How far the history had come at this place, as the store noted it. */
  | { readonly kind: 'head'; readonly place: Place; readonly head: ChainHead };

interface ReadJournal {
  readonly file: string;
  /** Undefined for a line that cannot be read. */
  readonly header: JournalHeader | undefined;
  readonly commits: readonly (JournalCommit | undefined)[];
}

const storedLine = storedEntry(z.unknown());

/**
 * Reads a tenant's history from its files, as it was when the reading began; a desk may be using them. Changes nothing,
 * and holds one file at a time in memory.
 */
export async function* readStoredHistory(tenantFolder: string): AsyncGenerator<StoredHistory> {
  // Before the segments: what leaves the journals meanwhile is in those by then.
  const journals = await readJournals(join(tenantFolder, 'journal'));
  const written = journals[0]?.header?.entries.audit?.count ?? (journals.length > 0 ? 0 : Infinity);
  yield* readSegments(join(tenantFolder, 'entries', 'audit'), written);
  for (const { file, header, commits } of journals) {
    const place = { file, line: 1 };
    if (header === undefined) yield { kind: 'unreadable', place };
    else if (header.entries.audit !== undefined) yield { kind: 'head', place, head: header.entries.audit };
    for (const [index, commit] of commits.entries()) yield* entriesOf(commit, { file, line: index + 2 });
  }
}

/** @param written how many entries the segments hold; what stands beyond is left over from a crash, or in a journal too */
async function* readSegments(folder: string, written: number): AsyncGenerator<StoredHistory> {
  let isAllRead = written === 0;
  for (const name of await numbered(folder)) {
    const file = join(folder, name);
    const lines = completeLines(await readFile(file, 'utf8'));
    for (const [index, text] of lines.entries()) {
      const stored = parsed(storedLine, text, file);
      const place = { file, line: index + 1 };
      const number = stored?.link.number ?? (isAllRead ? Infinity : 0);
      isAllRead ||= number >= written;
      if (number > written) continue;
      yield stored === undefined ? { kind: 'unreadable', place } : { kind: 'entry', place, stored };
    }
  }
}

function* entriesOf(commit: JournalCommit | undefined, place: Place): Generator<StoredHistory> {
  if (commit === undefined) yield { kind: 'unreadable', place };
  for (const change of commit?.changes ?? []) {
    if (change.type === 'append') yield { kind: 'entry', place, stored: change };
  }
}

/** Begins again where a journal was written out, and so removed, after it was listed. */
async function readJournals(folder: string): Promise<readonly ReadJournal[]> {
  for (;;) {
    try {
      const names = await numbered(folder);
      return await Promise.all(names.map((name) => readJournal(join(folder, name))));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

async function readJournal(file: string): Promise<ReadJournal> {
  const [first, ...rest] = completeLines(await readFile(file, 'utf8'));
  const header = parsed(journalHeader, first ?? '', file);
  return { file, header, commits: rest.map((line) => parsed(journalCommit, line, file)) };
}

async function numbered(folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => /^\d+\.jsonl$/.test(name));
  return names.sort((one, other) => Number(basename(one, '.jsonl')) - Number(basename(other, '.jsonl')));
}

function parsed<Value>(schema: z.ZodType<Value>, text: string, file: string): Value | undefined {
  try {
    return parseJson(schema, text, file);
  } catch (error) {
    if (error instanceof GarbledFileError) return undefined;
    throw error;
  }
}
