import type { z } from 'zod';
import type { ListQuery, Page } from '../../../application/ports/store.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { emptyChain, headAt, type ChainHead, type ChainLink } from '../../../domain/history/audit-chain.ts';
import type { Checksums } from '../../files/checksum.ts';
import { parseJson } from '../../files/corrupt-file-error.ts';
import type { FlushGate } from '../flush-gate.ts';
import { EntrySegments } from './entry-segments.ts';
import { storedEntry, type StoredEntry } from './stored-entry.ts';

/** The entries of one kind that a tenant has: most of them in segment files, the last few still in memory. */
export class EntryLog<Entry> {
  readonly #folder: string;
  readonly #schema: z.ZodType<Entry>;
  readonly #lineSchema: z.ZodType<StoredEntry<Entry>>;
  readonly #segments: EntrySegments<Entry>;
  /** How many entries are in the segments. */
  #written = 0;
  /** The lines that follow them, still to be written. */
  readonly #unwritten: string[] = [];
  #head = emptyChain;

  constructor(folder: string, schema: z.ZodType<Entry>, segmentSize: number, checksums: Checksums) {
    this.#folder = folder;
    this.#schema = schema;
    this.#lineSchema = storedEntry(schema);
    this.#segments = new EntrySegments(folder, this.#lineSchema, segmentSize, checksums);
  }

  /** Takes up after the entries up to `head`. @throws GarbledFileError */
  async load(head: ChainHead): Promise<void> {
    await this.#segments.resumeAfter(head.count);
    this.#written = head.count;
    this.#head = head;
  }

  get count(): number {
    return this.#written + this.#unwritten.length;
  }

  get head(): ChainHead {
    return this.#head;
  }

  /** @throws DomainError('invalid-action') where `after` was made up */
  async page({ limit, after, order }: ListQuery): Promise<Page<Entry>> {
    const count = this.count;
    const position = after === undefined ? undefined : positionFrom(after);
    if (order === 'descending') {
      const end = Math.min(position ?? count, count);
      const start = Math.max(0, end - limit);
      const items = (await this.#entries(start, end)).reverse();
      return start === 0 ? { items } : { items, next: String(start) };
    }
    const start = Math.min(position ?? 0, count);
    const end = Math.min(start + limit, count);
    const items = await this.#entries(start, end);
    return end === count ? { items } : { items, next: String(end) };
  }

  async #entries(start: number, end: number): Promise<Entry[]> {
    const written = this.#written;
    // Taken before the files are read: what is unwritten now may be written, and gone from here, once they have been.
    const fromMemory = this.#unwritten.slice(Math.max(0, start - written), Math.max(0, end - written));
    const fromFiles = await this.#segments.read(start, Math.min(end, written));
    const parsed = fromMemory.map((line) => parseJson(this.#lineSchema, line, this.#folder));
    return [...fromFiles, ...parsed].map(({ value }) => value);
  }

  /** Checks an entry now and returns what appends it, which cannot fail. @throws z.ZodError */
  prepareAppend(link: ChainLink, candidate: unknown): () => void {
    this.#schema.parse(candidate);
    // As it came, not as the schema gives it back: the link is that of these very fields.
    const line = JSON.stringify({ schemaVersion: 1, link, value: candidate });
    return () => {
      this.#unwritten.push(line);
      this.#head = headAt(link);
    };
  }

  /** Moves the entries in memory to the segment files, durably. What it fails to write stays to be written. */
  async flush(gate: FlushGate): Promise<void> {
    for (let left = this.#unwritten.length; left > 0;) {
      const lines = this.#unwritten.slice(0, left);
      const moved = await gate.pass(() => this.#segments.append(this.#written, lines));
      this.#unwritten.splice(0, moved);
      this.#written += moved;
      left -= moved;
    }
  }
}

function positionFrom(after: string): number {
  if (!/^\d{1,15}$/.test(after)) throw new DomainError('invalid-action', {});
  return Number(after);
}
