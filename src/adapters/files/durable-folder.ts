import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes additions to and removals from a folder survive a power failure; syncing the files alone does not. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and persists names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a folder, and missing parents, for its owner only. A no-op if it exists. */
export async function makeDurableFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  const existing = dirname(topmost);
  for (let made = folder; made !== existing; made = dirname(made)) await syncFolder(dirname(made));
}

/** The names in a folder; none if it does not exist. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** One block: a full disk often still accepts an empty file. */
const block = Buffer.alloc(4096);

/** Writes, syncs and removes a file in the folder. @throws the file system’s error */
export async function checkWritable(folder: string): Promise<void> {
  await makeDurableFolder(folder);
  const file = join(folder, `.check-${randomUUID()}`);
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(block);
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}
