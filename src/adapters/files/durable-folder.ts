import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes the names that were added to or taken from a folder outlast a power cut; syncing the files alone does not. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows lets nobody open a folder, and keeps names without being asked.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that its owner alone can enter, with those above it that are missing. Does nothing where it exists. */
export async function makeDurableFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  const above = dirname(topmost);
  for (let made = folder; made !== above; made = dirname(made)) await syncFolder(dirname(made));
}

/** The names in a folder; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** A block: a full disk often takes an empty file still. */
const block = Buffer.alloc(4096);

/** Writes a file into the folder, syncs it and takes it away again; throws where the disk does not allow it. */
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
