import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Checksums } from '../../files/checksum.ts';
import { CorruptFileError, parseJson } from '../../files/corrupt-file-error.ts';
import { makeDurableFolder, syncFolder, namesIn } from '../../files/durable-folder.ts';
import { completeLines } from '../entries/entry-segments.ts';
import { journalCommit, journalHeader, type JournalCommit, type JournalHeader } from './journal-lines.ts';
import { beginJournal, type Journal, type OpenForAppending } from './journal.ts';

const fileName = /^(\d+)\.jsonl$/;

/** A tenant’s journals combined: the first header, then every commit since. */
export interface Replay {
  readonly start: JournalHeader;
  readonly commits: readonly JournalCommit[];
}

/** The numbered journals of one tenant; each continues from the one before. */
export class JournalFolder {
  readonly #folder: string;
  readonly #openFile: OpenForAppending;
  readonly #checksums: Checksums;
  #numbers: number[] = [];

  constructor(folder: string, openFile: OpenForAppending, checksums: Checksums) {
    this.#folder = folder;
    this.#openFile = openFile;
    this.#checksums = checksums;
  }

  /**
   * Reads all journals. Whole lines missing from the end cannot be told from commits not yet written when the desk was
   * killed: nothing else on disk records a commit before its flush. Other corruption is detected.
   * @returns undefined if there is no journal. @throws CorruptFileError
   */
  async read(): Promise<Replay | undefined> {
    const names = await namesIn(this.#folder);
    const leftOver = names.filter((name) => !fileName.test(name));
    await Promise.all(leftOver.map((name) => rm(join(this.#folder, name), { force: true })));
    this.#numbers = names
      .flatMap((name) => fileName.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((one, other) => one - other);
    let start: JournalHeader | undefined;
    const commits: JournalCommit[] = [];
    let before = '';
    for (const number of this.#numbers) {
      const file = this.#fileOf(number);
      const [first, ...rest] = completeLines(await readFile(file, 'utf8'));
      const header = parseJson(journalHeader, this.#checksums.check(file, first ?? ''), file);
      start ??= header;
      if (header.sequence !== start.sequence + commits.length)
        throw new CorruptFileError(file, `does not continue from ${before}`);
      for (const line of rest) {
        const commit = parseJson(journalCommit, this.#checksums.check(file, line), file);
        if (commit.sequence !== start.sequence + commits.length + 1)
          throw new CorruptFileError(file, `commit ${commit.sequence} is out of sequence`);
        commits.push(commit);
      }
      before = basename(file);
    }
    return start && { start, commits };
  }

  /** Starts the journal after the newest one. */
  async begin(header: JournalHeader): Promise<Journal> {
    const number = (this.#numbers.at(-1) ?? 0) + 1;
    await makeDurableFolder(this.#folder);
    const file = this.#fileOf(number);
    const addChecksum = (line: string) => this.#checksums.put(file, line);
    const journal = await beginJournal(file, JSON.stringify(header), addChecksum, this.#openFile);
    this.#numbers.push(number);
    return journal;
  }

  /** Numbers of the existing journals, oldest first. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /** Removes flushed journals, oldest first: what a crash leaves must end with the newest. */
  async remove(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    for (const number of numbers) {
      await rm(this.#fileOf(number), { force: true });
      this.#numbers = this.#numbers.filter((other) => other !== number);
    }
    await syncFolder(this.#folder);
  }

  #fileOf(number: number): string {
    return join(this.#folder, `${String(number).padStart(6, '0')}.jsonl`);
  }
}
