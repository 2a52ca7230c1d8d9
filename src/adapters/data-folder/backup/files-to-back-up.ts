import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { namesIn } from '../../files/durable-folder.ts';
import { backedUpFolders, knownHeadsFile, versionFile } from '../data-version.ts';
import { isTemporary } from '../temporary-files.ts';
import { isBackedUp } from './backup-format.ts';

/**
 * Names of the files to back up, relative to the data folder, in the order in which to copy them from a quiesced desk:
 * the journals of a tenant, which keep growing, after its other files.
 */
export async function* filesToBackUp(folder: string): AsyncGenerator<string> {
  const names = await namesIn(folder);
  // The known heads before the histories: those may only be longer.
  for (const name of [versionFile, knownHeadsFile]) if (names.includes(name)) yield name;
  for (const name of backedUpFolders) if (names.includes(name)) yield* filesUnder(folder, name);
}

async function* filesUnder(folder: string, within: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  entries.sort((one, other) => copyOrder(one.name) - copyOrder(other.name));
  for (const entry of entries) {
    const name = posix.join(within, entry.name);
    if (entry.isDirectory()) yield* filesUnder(folder, name);
    // A directory that was not imported is converted again from its source.
    else if (
      entry.isFile() &&
      !isTemporary(entry.name) &&
      !name.startsWith('directory/converted-') &&
      isBackedUp(name)
    ) {
      yield name;
    }
  }
}

function copyOrder(name: string): number {
  return name === 'journal' ? 1 : 0;
}
