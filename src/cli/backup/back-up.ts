import { existsSync } from 'node:fs';
import { writeBackup } from '../../adapters/data-folder/backup/write-backup.ts';
import { DataFolderError } from '../../adapters/data-folder/data-folder-error.ts';
import { askToQuiesce } from '../../adapters/data-folder/lock/ask-holder.ts';
import { FolderInUseError } from '../../adapters/data-folder/lock/holder.ts';
import { lockFolder } from '../../adapters/data-folder/lock/lock-folder.ts';

/**
 * Backs a data folder up. Where a desk uses it, that is asked to hold its files still meanwhile; it goes on deciding, in
 * its journals. Otherwise no desk can start until this is done.
 * @returns what to say
 * @throws DataFolderError, FolderInUseError
 */
export async function backUp(file: string, dataDirectory: string): Promise<string> {
  if (!existsSync(dataDirectory))
    throw new DataFolderError(`There is no folder ${dataDirectory} to back up.`);
  const letGo = await quiesce(dataDirectory);
  try {
    const { files, bytes } = await writeBackup(dataDirectory, file);
    return `Wrote ${file}: ${files} files (${Math.ceil(bytes / 1024)} kB).`;
  } finally {
    await letGo();
  }
}

async function quiesce(dataDirectory: string): Promise<() => Promise<void> | void> {
  try {
    const lock = await lockFolder(dataDirectory, { program: 'backup' });
    return () => lock.release();
  } catch (error) {
    if (error instanceof FolderInUseError) return askToQuiesce(error.socket);
    throw error;
  }
}
