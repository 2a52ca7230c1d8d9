import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

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
