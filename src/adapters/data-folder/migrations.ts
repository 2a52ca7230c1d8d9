import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/durable-folder.ts';
import { backedUpFolders } from './data-version.ts';

/**
 * Migrations of a data folder from each version to the next, starting with 0 to 1. Each is idempotent: it may be
 * interrupted at any point and run again.
 */
export const migrations: readonly ((folder: string) => Promise<void>)[] = [
  // 0 to 1: imported directories and conversations were readable by every user of the machine.
  async (folder) => {
    for (const name of await namesIn(folder)) {
      if (backedUpFolders.some((folderName) => folderName === name))
        await restrictToOwner(join(folder, name));
    }
  },
  // 1 to 2: the files of tenants gain checksums, which older versions treat as corruption. Files without one stay
  // readable and get one on their next write: converting all of them could delay the start for long.
  () => Promise.resolve(),
];

async function restrictToOwner(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await restrictToOwner(path);
    else if (entry.isFile()) await chmod(path, 0o600);
  }
}
