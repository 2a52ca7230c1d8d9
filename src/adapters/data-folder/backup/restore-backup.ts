import { open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDurableFolder, syncFolder, namesIn } from '../../files/durable-folder.ts';
import { DataFolderError } from '../data-folder-error.ts';
import { keptFolders, unfinishedFile, versionFile } from '../data-version.ts';
import { lockFolder } from '../lock/lock-folder.ts';
import { readBackup } from './read-backup.ts';
import type { BackupSize } from './write-backup.ts';

/** What may lie in a folder that counts as empty: the lock of this process, and what file systems put into their roots. */
const insignificant = /^desk-[0-9a-f-]+\.lock$|^lost\+found$/;

/**
 * Puts what a backup holds into a data folder, which is empty or missing, durably and for its owner alone. The whole of
 * the backup is checked before anything is written.
 * @throws DataFolderError, FolderInUseError; the folder is as empty then as it was
 */
export async function restoreBackup(file: string, folder: string): Promise<BackupSize> {
  const size = { files: 0, bytes: 0 };
  await readBackup(file, async (_name, content) => {
    size.files += 1;
    for await (const chunk of content) size.bytes += chunk.length;
  });
  const lock = await lockFolder(folder, { program: 'restore' });
  try {
    const names = (await namesIn(folder)).filter((name) => !insignificant.test(name));
    if (names.length > 0) {
      throw new DataFolderError(
        `${folder} is not empty. Nothing was changed: name an empty folder in DATA_DIR, or move what is there away.`,
      );
    }
    await restore(file, folder);
    return size;
  } finally {
    await lock.release();
  }
}

async function restore(file: string, folder: string): Promise<void> {
  const unfinished = join(folder, unfinishedFile);
  const folders = new Set<string>();
  try {
    await writeFile(unfinished, '', { mode: 0o600 });
    await syncFolder(folder);
    await readBackup(file, async (name, content) => {
      const place = join(folder, name);
      if (!folders.has(dirname(place))) await makeDurableFolder(dirname(place));
      folders.add(dirname(place));
      await writeWhole(place, content);
    });
    for (const written of folders) await syncFolder(written);
    await rm(unfinished);
    await syncFolder(folder);
  } catch (error) {
    for (const name of [...keptFolders, versionFile, unfinishedFile]) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
    throw error;
  }
}

async function writeWhole(place: string, content: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(place, 'wx', 0o600);
  try {
    for await (const chunk of content) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
