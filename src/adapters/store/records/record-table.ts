import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { ListQuery, Page, Versioned } from '../../../application/ports/store.ts';
import type { Checksums } from '../../files/checksum.ts';
import { CorruptFileError } from '../../files/corrupt-file-error.ts';
import { makeDurableFolder, syncFolder, namesIn } from '../../files/durable-folder.ts';
import { DurableJsonFile } from '../../files/durable-json-file.ts';
import { encodeFileName } from '../../files/encode-file-name.ts';
import type { FlushGate } from '../flush-gate.ts';
import { exactly } from '../schemas/exact-schema.ts';
import { frozen } from './deep-freeze.ts';
import { SortedIds } from './sorted-ids.ts';

interface StoredRecord<Value> extends Versioned<Value> {
  readonly schemaVersion: 1;
}

const extension = '.json';

/** Concurrent reads while loading: more gain nothing, and the number of open files is limited. */
const maxConcurrentReads = 64;

/** Pause after each file written, so that turns do not wait for a thousand of them; milliseconds. */
const maxPause = 5;

/** Total of these pauses in one flush, so that the next flush is not delayed long; milliseconds. */
const maxTotalPause = 10_000;

/** A tenant’s records of one kind: in memory, sorted by id, and each in its own small lowdb file. */
export class RecordTable<Value> {
  readonly #folder: string;
  readonly #schema: z.ZodType<Value>;
  readonly #recordSchema: z.ZodType<StoredRecord<Value>>;
  readonly #checksums: Checksums;
  readonly #records = new Map<string, Low<StoredRecord<Value>>>();
  readonly #ids = new SortedIds();
  /** Ids of records not yet flushed. */
  readonly #unwritten = new Set<string>();
  /** The subset that has no file yet. */
  readonly #unfiled = new Set<string>();

  constructor(folder: string, schema: z.ZodType<Value>, checksums: Checksums) {
    this.#folder = folder;
    this.#checksums = checksums;
    this.#schema = schema;
    this.#recordSchema = exactly<StoredRecord<Value>>({
      schemaVersion: z.literal(1),
      id: z.string(),
      version: z.int().positive(),
      value: schema,
    });
  }

  /** @throws CorruptFileError */
  async load(): Promise<void> {
    const names = await namesIn(this.#folder);
    // Other files are left over from a replacement that a crash interrupted.
    const leftOver = names.filter((name) => !name.endsWith(extension));
    const files = names.filter((name) => name.endsWith(extension));
    await Promise.all(leftOver.map((name) => rm(join(this.#folder, name), { force: true })));
    for (let start = 0; start < files.length; start += maxConcurrentReads) {
      await Promise.all(files.slice(start, start + maxConcurrentReads).map((name) => this.#loadFile(name)));
    }
    this.#ids.addAll([...this.#records.keys()]);
  }

  async #loadFile(name: string): Promise<void> {
    const file = join(this.#folder, name);
    const adapter = new DurableJsonFile(file, this.#recordSchema, this.#checksums);
    const record = await adapter.read();
    if (this.#fileOf(record.id) !== file) throw new CorruptFileError(file, 'holds the record of another id');
    this.#records.set(record.id, new Low(adapter, frozen(record)));
  }

  /** The highest version among the records; 0 if there are none. */
  get newestVersion(): number {
    let newest = 0;
    for (const { data } of this.#records.values()) newest = Math.max(newest, data.version);
    return newest;
  }

  /** The record; frozen, so that callers cannot change the stored value. */
  get(id: string): Versioned<Value> | undefined {
    const record = this.#records.get(id);
    return record && { id, version: record.data.version, value: record.data.value };
  }

  versionOf(id: string): number | 'absent' {
    return this.#records.get(id)?.data.version ?? 'absent';
  }

  page({ limit, after, order }: ListQuery): Page<Versioned<Value>> {
    // One extra id shows whether another page follows.
    const ids =
      order === 'descending' ? this.#ids.preceding(after, limit + 1) : this.#ids.following(after, limit + 1);
    const items = ids.slice(0, limit).flatMap((id) => this.get(id) ?? []);
    const last = items.at(-1);
    return ids.length > limit && last !== undefined ? { items, next: last.id } : { items };
  }

  /** Validates a value and returns a function that stores it and cannot fail. @throws z.ZodError */
  preparePut(id: string, version: number, candidate: unknown): () => void {
    const value = this.#schema.parse(candidate);
    return () => {
      const data = frozen<StoredRecord<Value>>({ schemaVersion: 1, id, version, value });
      const record = this.#records.get(id);
      if (record === undefined) {
        this.#records.set(id, this.#newRecord(data));
        this.#ids.add(id);
        // A deleted record of this id may still have its file.
        if (!this.#unwritten.has(id)) this.#unfiled.add(id);
      } else record.data = data;
      this.#unwritten.add(id);
    };
  }

  prepareDelete(id: string): () => void {
    return () => {
      this.#records.delete(id);
      this.#ids.remove(id);
      if (this.#unfiled.delete(id)) this.#unwritten.delete(id);
      else this.#unwritten.add(id);
    };
  }

  /** Writes pending records to their files, durably. What cannot be written stays pending. */
  async flush(gate: FlushGate): Promise<void> {
    if (this.#unwritten.size === 0) return;
    await makeDurableFolder(this.#folder);
    const pause = Math.min(maxPause, maxTotalPause / this.#unwritten.size);
    // Sequential: each write occupies a libuv thread that a commit could be waiting for.
    for (const id of [...this.#unwritten]) {
      this.#unwritten.delete(id);
      this.#unfiled.delete(id);
      try {
        await gate.run(() => this.#writeFile(id));
        await gate.throttle(pause);
      } catch (error) {
        this.#unwritten.add(id);
        throw error;
      }
    }
    await syncFolder(this.#folder);
  }

  async #writeFile(id: string): Promise<void> {
    const record = this.#records.get(id);
    if (record === undefined) await rm(this.#fileOf(id), { force: true });
    else await record.write();
  }

  #newRecord(data: StoredRecord<Value>): Low<StoredRecord<Value>> {
    return new Low(new DurableJsonFile(this.#fileOf(data.id), this.#recordSchema, this.#checksums), data);
  }

  #fileOf(id: string): string {
    return join(this.#folder, encodeFileName(id) + extension);
  }
}
