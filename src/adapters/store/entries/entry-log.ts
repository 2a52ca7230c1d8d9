import type { z } from 'zod';
import type { ListQuery, Page } from '../../../application/ports/store.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { emptyChain, headAt, type ChainHead, type ChainLink } from '../../../domain/history/audit-chain.ts';
import type { Checksums } from '../../files/checksum.ts';
import { parseJson } from '../../files/corrupt-file-error.ts';
import type { FlushGate } from '../flush-gate.ts';
import { EntrySegments } from './entry-segments.ts';
import { storedEntry, type StoredEntry } from './stored-entry.ts';

/** A tenant’s entries of one kind: most in segment files, the newest still in memory. */
export class EntryLog<Entry> {
  readonly #folder: string;
  readonly #schema: z.ZodType<Entry>;
  readonly #lineSchema: z.ZodType<StoredEntry<Entry>>;
  readonly #segments: EntrySegments<Entry>;
  /** Number of entries in the segments. */
  #written = 0;
  /** The lines after those, not yet flushed. */
  readonly #unwritten: string[] = [];
  #head = emptyChain;

  constructor(folder: string, schema: z.ZodType<Entry>, segmentSize: number, checksums: Checksums) {
    this.#folder = folder;
    this.#schema = schema;
    this.#lineSchema = storedEntry(schema);
    this.#segments = new EntrySegments(folder, this.#lineSchema, segmentSize, checksums);
  }

  /** Resumes after the entries up to `head`. @throws CorruptFileError */
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

  /** @throws DomainError('invalid-action') if `after` is not a cursor of this log */
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
    // Copied before the files are read: a flush meanwhile moves these lines out of memory.
    const fromMemory = this.#unwritten.slice(Math.max(0, start - written), Math.max(0, end - written));
    const fromFiles = await this.#segments.read(start, Math.min(end, written));
    const parsed = fromMemory.map((line) => parseJson(this.#lineSchema, line, this.#folder));
    return [...fromFiles, ...parsed].map(({ value }) => value);
  }

  /** Validates an entry and returns a function that appends it and cannot fail. @throws z.ZodError */
  prepareAppend(link: ChainLink, candidate: unknown): () => void {
    this.#schema.parse(candidate);
    // The original, not the parsed value: the link is the hash of exactly these fields.
    const line = JSON.stringify({ schemaVersion: 1, link, value: candidate });
    return () => {
      this.#unwritten.push(line);
      this.#head = headAt(link);
    };
  }

  /** Moves the entries in memory to the segment files, durably. What cannot be written stays pending. */
  async flush(gate: FlushGate): Promise<void> {
    for (let left = this.#unwritten.length; left > 0;) {
      const lines = this.#unwritten.slice(0, left);
      const moved = await gate.run(() => this.#segments.append(this.#written, lines));
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
