import { open, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { makeDurableFolder, syncFolder, namesIn } from '../../files/durable-folder.ts';
import { DataFolderError } from '../data-folder-error.ts';
import { backedUpFolders, knownHeadsFile, unfinishedFile, versionFile } from '../data-version.ts';
import { lockFolder } from '../lock/lock-folder.ts';
import { freeSpace } from './disk-space.ts';
import { readBackup } from './read-backup.ts';
import type { BackupSize } from './write-backup.ts';

/** Names allowed in an empty folder: the lock of this process, and what file systems create in their root. */
const ignoredName = /^desk-[0-9a-f-]+\.lock$|^lost\+found$/;

/**
 * Restores a backup into an empty or missing data folder, durably and for its owner only. The whole backup is verified
 * before anything is written.
 * @throws DataFolderError, FolderInUseError; the folder is then as empty as before
 */
export async function restoreBackup(file: string, folder: string): Promise<BackupSize> {
  const size = { files: 0, bytes: 0 };
  await readBackup(file, await freeSpace(folder), async ({ content }) => {
    size.files += 1;
    for await (const chunk of content) size.bytes += chunk.length;
  });
  const lock = await lockFolder(folder, { program: 'restore' });
  try {
    const names = (await namesIn(folder)).filter((name) => !ignoredName.test(name));
    if (names.length > 0) {
      throw new DataFolderError(
        `${folder} is not empty. Nothing was changed: name an empty folder in DATA_DIR, or move its contents away.`,
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
  // The folder of the last file and those above it; a set of all would grow with the backup.
  let open: readonly string[] = [];
  const enter = async (next: readonly string[]): Promise<void> => {
    for (const left of open.filter((each) => !next.includes(each))) await syncFolder(left);
    open = next;
  };
  try {
    await writeFile(unfinished, '', { mode: 0o600 });
    await syncFolder(folder);
    await readBackup(file, await freeSpace(folder), async ({ name, content }) => {
      const place = join(folder, name);
      if (!open.includes(dirname(place))) await makeDurableFolder(dirname(place));
      await enter(foldersAbove(name).map((each) => join(folder, each)));
      await writeDurably(place, content);
    });
    await enter([]);
    await rm(unfinished);
    await syncFolder(folder);
  } catch (error) {
    for (const name of [...backedUpFolders, knownHeadsFile, versionFile, unfinishedFile]) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
    throw isNameTaken(error)
      ? new DataFolderError(`${file} was not restored: it holds two files of the same name.`)
      : error;
  }
}

/** The folder of a file and those above it, within the data folder. */
function foldersAbove(name: string): readonly string[] {
  const within = posix.dirname(name);
  return within === '.' ? [within] : [within, ...foldersAbove(within)];
}

/** As a file, or as a folder: also where names differ in case only, if the file system does not tell these apart. */
function isNameTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EEXIST' || code === 'ENOTDIR';
}

async function writeDurably(place: string, content: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(place, 'wx', 0o600);
  try {
    for await (const chunk of content) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
