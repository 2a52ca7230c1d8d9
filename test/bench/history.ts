import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { configuredRoles } from '../../src/adapters/roles/configured-roles.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { defaultSettings } from '../../src/adapters/store/store-settings.ts';
import { listHistory } from '../../src/application/history/list-history.ts';
import type { ExportFormat } from '../../src/domain/history/export-format.ts';
import { personId, tenantId } from '../../src/domain/identifiers.ts';
import { appendAudit } from '../support/examples/stored-values.ts';
import { openStore } from './load/many-invitations.ts';
import { median, type Measurement } from './measurement.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const tenant = tenantId('tenant-1');
const actor = { tenant, person: personId('adele'), name: 'Adele Vance' };
const entriesAtOnce = 1000;
const pages = 20;
const perPage = 6;

const tookSchema = z.object({ seconds: z.number(), bytes: z.number(), megabytes: z.number() });

/**
 * The first page of a long history, next to one with ten entries; and its export, next to reading the same files. The
 * store itself writes the entries, so the files are those of a desk that ran for years.
 */
export async function measureHistory(folder: string, entries = 1_000_000): Promise<Measurement[]> {
  const few = join(folder, 'few');
  const many = join(folder, 'many');
  await fill(few, 10);
  await fill(many, entries);
  return [
    ...(await measureFirstPage(few, many, entries)),
    await measureExport(many, 'csv', entries),
    await measureExport(many, 'jsonl', entries),
  ];
}

/** Flushes the store completely before closing it; replaying its journal would count towards the first page. */
async function fill(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const store = openLowdbStore({ folder, log, settings: { ...defaultSettings, closeWithin: 600_000 } });
  for (let start = 0; start < count; start += entriesAtOnce) {
    const length = Math.min(entriesAtOnce, count - start);
    await store.commit(
      tenant,
      Array.from({ length }, (_, index) => appendAudit(start + index)),
    );
  }
  await store.close();
}

async function measureFirstPage(few: string, many: string, entries: number): Promise<Measurement[]> {
  const [fewTimes, manyTimes] = [await pageTimes(few), await pageTimes(many)];
  const name = `history’s first page, of ${entries.toLocaleString('en')} entries`;
  return [
    beside(`${name}, store just opened`, manyTimes.first, fewTimes.first),
    beside(name, manyTimes.later, fewTimes.later),
  ];
}

function beside(name: string, milliseconds: number, ofTen: number): Measurement {
  return {
    name,
    desk: `${milliseconds.toFixed(1)} ms`,
    baseline: `${ofTen.toFixed(1)} ms (of 10)`,
    ratio: milliseconds / ofTen,
  };
}

/** Milliseconds: of the first page after opening the store, and the median of later ones. */
async function pageTimes(folder: string): Promise<{ readonly first: number; readonly later: number }> {
  const store = openStore(folder);
  const times: number[] = [];
  for (let page = 0; page <= pages; page += 1) {
    const started = performance.now();
    const ports = { store, roles: configuredRoles('everyone') };
    const { items } = await listHistory(ports, actor, { filter: {}, limit: perPage });
    times.push(performance.now() - started);
    if (items.length !== perPage) throw new Error('a history page was not full');
  }
  await store.close();
  const [first = 0, ...later] = times;
  return { first, later: median(later) };
}

async function measureExport(folder: string, format: ExportFormat, entries: number): Promise<Measurement> {
  const started = performance.now();
  const read = await bytesIn(join(folder, 'tenants'));
  const reading = (performance.now() - started) / 1000;
  const script = fileURLToPath(new URL('export-to-nowhere.ts', import.meta.url));
  const child = fork(script, [folder, format], { execArgv: ['--import', 'tsx'] });
  const { seconds, bytes, megabytes } = tookSchema.parse((await once(child, 'message'))[0]);
  const size = (count: number) => `${(count / 1e6).toFixed(0)} MB`;
  return {
    name: `export of ${entries.toLocaleString('en')} entries as ${format}`,
    desk: `${seconds.toFixed(1)} s for ${size(bytes)}, in ${megabytes.toFixed(0)} MB`,
    baseline: `${reading.toFixed(1)} s to read ${size(read)}`,
    ratio: seconds / reading,
  };
}

/** Reads every file of a folder, sequentially. @returns their total length */
async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) bytes += (await readFile(join(file.parentPath, file.name))).length;
  }
  return bytes;
}
