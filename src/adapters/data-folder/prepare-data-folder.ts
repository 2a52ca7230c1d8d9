import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../application/ports/log.ts';
import { DataFolderError } from './data-folder-error.ts';
import { dataVersion, readDataVersion, unfinishedFile, writeDataVersion } from './data-version.ts';
import { removeTemporaryFiles } from './temporary-files.ts';

/**
 * Makes a data folder, which this process has locked, ready for this version of the desk: takes away what killed processes
 * left, and brings data of an older version up to date once a backup of it lies in `backups`.
 * @throws DataFolderError where the folder is not this desk's to use; nothing was changed then
 */
export async function prepareDataFolder(folder: string, log: Log): Promise<void> {
  if (existsSync(join(folder, unfinishedFile))) {
    throw new DataFolderError(
      `A backup was being restored into ${folder} and that came to no end. Empty the folder and restore again.`,
    );
  }
  const version = await readDataVersion(folder);
  await removeTemporaryFiles(folder);
  if (version < dataVersion) {
    // Here, because hardly a start needs it, and every start would wait for the library that packs backups.
    const { migrateData } = await import('./migrate-data.ts');
    await migrateData(folder, version, log);
  }
  await writeDataVersion(folder);
}
