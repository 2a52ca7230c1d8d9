import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../application/ports/log.ts';
import { DataFolderError } from './data-folder-error.ts';
import { dataVersion, readDataVersion, unfinishedFile, writeDataVersion } from './data-version.ts';
import { removeTemporaryFiles } from './temporary-files.ts';

/**
 * Prepares a data folder, which this process has locked, for this version of the desk: removes leftovers of killed
 * processes, and migrates data of an older version after backing it up to `backups`.
 * @throws DataFolderError if this desk cannot use the folder; nothing was changed then
 */
export async function prepareDataFolder(folder: string, log: Log): Promise<void> {
  if (existsSync(join(folder, unfinishedFile))) {
    throw new DataFolderError(`A restore into ${folder} did not finish. Empty the folder and restore again.`);
  }
  const version = await readDataVersion(folder);
  await removeTemporaryFiles(folder);
  if (version < dataVersion) {
    // Imported lazily: few starts migrate, and loading the archive library would slow down all of them.
    const { migrateData } = await import('./migrate-data.ts');
    await migrateData(folder, version, log);
  }
  await writeDataVersion(folder);
}
