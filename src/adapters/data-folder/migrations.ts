import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/durable-folder.ts';
import { keptFolders } from './data-version.ts';

/**
 * What brings a data folder from each version to the next: the first from 0 to 1, and so on. Each may be cut short at any
 * moment and run again from its beginning, on what it has already changed.
 */
export const migrations: readonly ((folder: string) => Promise<void>)[] = [
  // Before there were versions, imported directories and conversations could be read by everyone on the machine.
  async (folder) => {
    for (const name of await namesIn(folder)) {
      if (keptFolders.some((kept) => kept === name)) await closeToOthers(join(folder, name));
    }
  },
  // From here on the files of tenants carry checksums, which desks before take for damage. What has none is read as it is,
  // and has one when it is written next: that can be long, and a start must not.
  () => Promise.resolve(),
];

async function closeToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closeToOthers(path);
    else if (entry.isFile()) await chmod(path, 0o600);
  }
}
