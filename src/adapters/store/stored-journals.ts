import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Checksums } from '../files/checksum.ts';
import { CorruptFileError, parseJson } from '../files/corrupt-file-error.ts';
import { namesIn } from '../files/durable-folder.ts';
import { completeLines } from './entries/entry-segments.ts';
import {
  journalCommit,
  journalHeader,
  type JournalCommit,
  type JournalHeader,
} from './journal/journal-lines.ts';

/** A journal as it is on the disk. */
export interface ReadJournal {
  readonly file: string;
  /** Undefined if the line cannot be read. */
  readonly header: JournalHeader | undefined;
  readonly commits: readonly (ReadLine<JournalCommit> | undefined)[];
}

/** A line with a wrong checksum is still read: the chain shows better what happened to its entries. */
export interface ReadLine<Value> {
  readonly value: Value;
  readonly hasItsChecksum: boolean;
}

/** The journals of a tenant, oldest first. Starts over if one was flushed, and so removed, after it was listed. */
export async function readJournals(folder: string, checksums: Checksums): Promise<readonly ReadJournal[]> {
  for (;;) {
    try {
      const names = await numbered(folder);
      return await Promise.all(names.map((name) => readJournal(join(folder, name), checksums)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

async function readJournal(file: string, checksums: Checksums): Promise<ReadJournal> {
  const [first, ...rest] = completeLines(await readFile(file, 'utf8'));
  const header = parsed(journalHeader, first ?? '', file, checksums)?.value;
  return { file, header, commits: rest.map((line) => parsed(journalCommit, line, file, checksums)) };
}

/** The numbered files of a folder, in order. */
export async function numbered(folder: string): Promise<string[]> {
  const names = (await namesIn(folder)).filter((name) => /^\d+\.jsonl$/.test(name));
  return names.sort((one, other) => Number(basename(one, '.jsonl')) - Number(basename(other, '.jsonl')));
}

/** @returns undefined if the line cannot be read */
export function parsed<Value>(
  schema: z.ZodType<Value>,
  text: string,
  file: string,
  checksums: Checksums,
): ReadLine<Value> | undefined {
  const { json, isIntact } = checksums.read(file, text);
  try {
    return { value: parseJson(schema, json, file), hasItsChecksum: isIntact };
  } catch (error) {
    if (error instanceof CorruptFileError) return undefined;
    throw error;
  }
}
