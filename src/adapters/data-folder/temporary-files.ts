import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/durable-folder.ts';

/** Left when a process was killed while replacing a file, checking the disk or creating a lock. */
const temporary = /^\.|\.\d+$|\.tmp$|\.lock\.new$/;

/** Age in milliseconds that a file of a directory import still in progress in another process never reaches. */
const abandonedAfter = 60 * 60 * 1000;

/** Whether the name is that of a temporary file. */
export function isTemporary(name: string): boolean {
  return temporary.test(name);
}

/**
 * Removes temporary files of killed processes from a locked data folder. The store cleans up a tenant’s journals and
 * records itself.
 */
export async function removeTemporaryFiles(dataFolder: string): Promise<void> {
  const tenants = join(dataFolder, 'tenants');
  const folders = ['', 'bot-state', 'directory', 'outbox', 'tenants'].map((name) => join(dataFolder, name));
  const ofTenants = (await namesIn(tenants)).map((name) => join(tenants, name));
  for (const folder of [...folders, ...ofTenants]) await sweep(folder);
}

async function sweep(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory() || !isTemporary(entry.name)) continue;
    const file = join(folder, entry.name);
    if (entry.name.startsWith('providers.jsonl') && !(await isAbandoned(file))) continue;
    await rm(file, { force: true });
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  return mtimeMs < Date.now() - abandonedAfter;
}
