import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Checksums } from '../../files/checksum.ts';
import { CorruptFileError, parseJson } from '../../files/corrupt-file-error.ts';
import { makeDurableFolder, syncFolder, namesIn } from '../../files/durable-folder.ts';
import { completeLines } from '../entries/entry-segments.ts';
import { journalCommit, journalHeader, type JournalCommit, type JournalHeader } from './journal-lines.ts';
import { beginJournal, type Journal, type OpenForAppending } from './journal.ts';

const fileName = /^(\d+)\.jsonl$/;

/** What the journals of a tenant say together: the first header, then every commit since. */
export interface Replay {
  readonly start: JournalHeader;
  readonly commits: readonly JournalCommit[];
}

/** The journals of one tenant, numbered; each goes on where the one before it ended. */
export class JournalFolder {
  readonly #folder: string;
  readonly #openFile: OpenForAppending;
  readonly #seal: Checksums;
  #numbers: number[] = [];

  constructor(folder: string, openFile: OpenForAppending, checksums: Checksums) {
    this.#folder = folder;
    this.#openFile = openFile;
    this.#seal = checksums;
  }

  /**
   * What a journal lost from its end, back to any line’s end, looks as if it had not been written yet when the desk was
   * killed: nothing else on the disk knows of a commit before it is written out. Damage elsewhere is noticed.
   * @returns undefined where there is no journal. @throws GarbledFileError
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
      const header = parseJson(journalHeader, this.#seal.check(file, first ?? ''), file);
      start ??= header;
      if (header.sequence !== start.sequence + commits.length)
        throw new CorruptFileError(file, `does not go on where ${before} ended`);
      for (const line of rest) {
        const commit = parseJson(journalCommit, this.#seal.check(file, line), file);
        if (commit.sequence !== start.sequence + commits.length + 1)
          throw new CorruptFileError(file, `commit ${commit.sequence} is out of turn`);
        commits.push(commit);
      }
      before = basename(file);
    }
    return start && { start, commits };
  }

  /** Begins the journal that follows the newest one. */
  async begin(header: JournalHeader): Promise<Journal> {
    const number = (this.#numbers.at(-1) ?? 0) + 1;
    await makeDurableFolder(this.#folder);
    const file = this.#fileOf(number);
    const checksums = (line: string) => this.#seal.put(file, line);
    const journal = await beginJournal(file, JSON.stringify(header), checksums, this.#openFile);
    this.#numbers.push(number);
    return journal;
  }

  /** The numbers of the journals there are, oldest first. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /** Removes journals whose commits are all in the files, oldest first: what a crash leaves must end with the newest. */
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
