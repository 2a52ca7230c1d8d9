import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../application/ports.ts';
import { makeDurableFolder } from '../store/durable-folder.ts';
import { DataFolderError } from './data-folder-error.ts';
import { dataVersion, readDataVersion, writeDataVersion } from './data-version.ts';
import { migrations } from './migrations.ts';
import { unfinishedFile } from './restore-backup.ts';
import { removeTemporaryFiles } from './temporary-files.ts';
import { writeBackup } from './write-backup.ts';

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
  if (version < dataVersion) await migrate(folder, version, log);
  await writeDataVersion(folder);
}

async function migrate(folder: string, version: number, log: Log): Promise<void> {
  const backups = join(folder, 'backups');
  await makeDurableFolder(backups);
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  const backup = join(backups, `before-version-${dataVersion}-${time}.tar.gz`);
  await writeBackup(folder, backup);
  for (const step of migrations.slice(version)) await step(folder);
  log.info(
    { from: version, to: dataVersion, backup },
    'The data was brought up to date; a backup was made before',
  );
}
