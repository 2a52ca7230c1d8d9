import { existsSync } from 'node:fs';
import { writeBackup } from '../../adapters/data-folder/backup/write-backup.ts';
import { DataFolderError } from '../../adapters/data-folder/data-folder-error.ts';
import { askToQuiesce } from '../../adapters/data-folder/lock/ask-holder.ts';
import { FolderInUseError } from '../../adapters/data-folder/lock/holder.ts';
import { lockFolder } from '../../adapters/data-folder/lock/lock-folder.ts';

/**
 * Backs up a data folder. A running desk is asked to quiesce its files meanwhile; it keeps recording decisions in its
 * journals. If there is none, the folder is locked so that no desk can start.
 * @returns the message to print
 * @throws DataFolderError, FolderInUseError
 */
export async function backUp(file: string, dataDirectory: string): Promise<string> {
  if (!existsSync(dataDirectory))
    throw new DataFolderError(`There is no folder ${dataDirectory} to back up.`);
  const release = await quiesce(dataDirectory);
  try {
    const { files, bytes } = await writeBackup(dataDirectory, file);
    return `Wrote ${file}: ${files} files (${Math.ceil(bytes / 1024)} kB).`;
  } finally {
    await release();
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
