import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/durable-folder.ts';

/** Left by a file that was being replaced, or by a check or a lock that was being made, when its process was killed. */
const temporary = /^\.|\.\d+$|\.tmp$|\.lock\.new$/;

/** Another process may be importing a directory at this moment; a file that it writes to is never this old. Milliseconds. */
const abandonedAfter = 60 * 60 * 1000;

/** Whether a file of this name is one that nothing refers to. */
export function isTemporary(name: string): boolean {
  return temporary.test(name);
}

/**
 * Removes what killed processes left in a data folder that nobody else uses. The journals and records of a tenant are seen
 * to by its store.
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
