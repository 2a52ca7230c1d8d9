import { join } from 'node:path';
import type { Log } from '../../application/ports/log.ts';
import { makeDurableFolder } from '../files/durable-folder.ts';
import { writeBackup } from './backup/write-backup.ts';
import { dataVersion } from './data-version.ts';
import { migrations } from './migrations.ts';

/** Backs up a data folder of an older version to `backups`, then migrates it step by step. */
export async function migrateData(folder: string, version: number, log: Log): Promise<void> {
  const backups = join(folder, 'backups');
  await makeDurableFolder(backups);
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  const backup = join(backups, `before-version-${dataVersion}-${time}.tar.gz`);
  await writeBackup(folder, backup);
  for (const step of migrations.slice(version)) await step(folder);
  log.info({ from: version, to: dataVersion, backup }, 'Data migrated; a backup was made first');
}
