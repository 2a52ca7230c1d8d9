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

/** Files read at once while loading: more gain nothing, and a process may hold only so many open. */
const readAtOnce = 64;

/** How long to rest after each file that is written, so that turns do not wait for a thousand of them; milliseconds. */
const maxRest = 5;

/** How long to rest in all while many are written, so that the next lot never waits long; milliseconds. */
const restInAll = 10_000;

/** The records of one kind that a tenant has: in memory, sorted by id, and each in a small lowdb file of its own. */
export class RecordTable<Value> {
  readonly #folder: string;
  readonly #schema: z.ZodType<Value>;
  readonly #recordSchema: z.ZodType<StoredRecord<Value>>;
  readonly #seal: Checksums;
  readonly #records = new Map<string, Low<StoredRecord<Value>>>();
  readonly #ids = new SortedIds();
  /** Ids of the records whose files lag behind. */
  readonly #unwritten = new Set<string>();
  /** Those among them that no file was ever begun for. */
  readonly #unfiled = new Set<string>();

  constructor(folder: string, schema: z.ZodType<Value>, checksums: Checksums) {
    this.#folder = folder;
    this.#seal = checksums;
    this.#schema = schema;
    this.#recordSchema = exactly<StoredRecord<Value>>({
      schemaVersion: z.literal(1),
      id: z.string(),
      version: z.int().positive(),
      value: schema,
    });
  }

  /** @throws GarbledFileError */
  async load(): Promise<void> {
    const names = await namesIn(this.#folder);
    // What else lies there was left by a replacement that a crash cut short.
    const leftOver = names.filter((name) => !name.endsWith(extension));
    const files = names.filter((name) => name.endsWith(extension));
    await Promise.all(leftOver.map((name) => rm(join(this.#folder, name), { force: true })));
    for (let start = 0; start < files.length; start += readAtOnce) {
      await Promise.all(files.slice(start, start + readAtOnce).map((name) => this.#loadFile(name)));
    }
    this.#ids.addAll([...this.#records.keys()]);
  }

  async #loadFile(name: string): Promise<void> {
    const file = join(this.#folder, name);
    const adapter = new DurableJsonFile(file, this.#recordSchema, this.#seal);
    const record = await adapter.read();
    if (this.#fileOf(record.id) !== file) throw new CorruptFileError(file, 'holds the record of another id');
    this.#records.set(record.id, new Low(adapter, frozen(record)));
  }

  /** The highest version of its records; 0 where there is none. */
  get newestVersion(): number {
    let newest = 0;
    for (const { data } of this.#records.values()) newest = Math.max(newest, data.version);
    return newest;
  }

  /** Frozen, so that nobody changes what is stored. */
  get(id: string): Versioned<Value> | undefined {
    const record = this.#records.get(id);
    return record && { id, version: record.data.version, value: record.data.value };
  }

  versionOf(id: string): number | 'absent' {
    return this.#records.get(id)?.data.version ?? 'absent';
  }

  page({ limit, after, order }: ListQuery): Page<Versioned<Value>> {
    // One more than asked for tells whether a page follows.
    const ids =
      order === 'descending' ? this.#ids.preceding(after, limit + 1) : this.#ids.following(after, limit + 1);
    const items = ids.slice(0, limit).flatMap((id) => this.get(id) ?? []);
    const last = items.at(-1);
    return ids.length > limit && last !== undefined ? { items, next: last.id } : { items };
  }

  /** Checks a change now and returns what makes it, which cannot fail. @throws z.ZodError */
  preparePut(id: string, version: number, candidate: unknown): () => void {
    const value = this.#schema.parse(candidate);
    return () => {
      const data = frozen<StoredRecord<Value>>({ schemaVersion: 1, id, version, value });
      const record = this.#records.get(id);
      if (record === undefined) {
        this.#records.set(id, this.#newRecord(data));
        this.#ids.add(id);
        // One that was deleted before may still have its file.
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

  /** Brings the files up to what is in memory, durably. What it fails to write stays to be written. */
  async flush(gate: FlushGate): Promise<void> {
    if (this.#unwritten.size === 0) return;
    await makeDurableFolder(this.#folder);
    const rest = Math.min(maxRest, restInAll / this.#unwritten.size);
    // One after the other: each write holds a thread that a commit could be waiting for.
    for (const id of [...this.#unwritten]) {
      this.#unwritten.delete(id);
      this.#unfiled.delete(id);
      try {
        await gate.pass(() => this.#writeFile(id));
        await gate.rest(rest);
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
    return new Low(new DurableJsonFile(this.#fileOf(data.id), this.#recordSchema, this.#seal), data);
  }

  #fileOf(id: string): string {
    return join(this.#folder, encodeFileName(id) + extension);
  }
}
