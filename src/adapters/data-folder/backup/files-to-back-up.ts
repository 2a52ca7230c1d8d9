import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { namesIn } from '../../files/durable-folder.ts';
import { keptFolders, versionFile } from '../data-version.ts';
import { isTemporary } from '../temporary-files.ts';
import { isKeptName } from './backup-format.ts';

/**
 * The files of a data folder that a backup holds, by their names there, in the order in which they are to be copied while
 * a desk holds its files still: the journals of a tenant, which go on growing, after its other files.
 */
export async function* filesToKeep(folder: string): AsyncGenerator<string> {
  const names = await namesIn(folder);
  if (names.includes(versionFile)) yield versionFile;
  for (const name of keptFolders) if (names.includes(name)) yield* filesUnder(folder, name);
}

async function* filesUnder(folder: string, within: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  entries.sort((one, other) => placeOf(one.name) - placeOf(other.name));
  for (const entry of entries) {
    const name = posix.join(within, entry.name);
    if (entry.isDirectory()) yield* filesUnder(folder, name);
    // A directory that was not imported is made anew from its source.
    else if (
      entry.isFile() &&
      !isTemporary(entry.name) &&
      !name.startsWith('directory/converted-') &&
      isKeptName(name)
    ) {
      yield name;
    }
  }
}

function placeOf(name: string): number {
  return name === 'journal' ? 1 : 0;
}
