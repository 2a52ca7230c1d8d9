import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { syncFolder, namesIn } from '../files/durable-folder.ts';
import { DataFolderError } from './data-folder-error.ts';

/** Version of the data format. Incremented when older versions cannot read what the new one writes. */
export const dataVersion = 2;

/** The file that holds the version of a data folder. */
export const versionFile = 'data-version.json';

/** Marker file, present while a backup is being restored. */
export const unfinishedFile = 'restore-unfinished';

/** The file that holds the heads of all histories as the desk last saw them. */
export const knownHeadsFile = 'chain-heads.json';

/** The folders with data that must not be lost. */
export const backedUpFolders = ['bot-state', 'directory', 'outbox', 'tenants'] as const;

const schema = z.object({ schemaVersion: z.int().positive() });

/**
 * The version of the data in a folder: 0 for unversioned data, the current one for an empty folder.
 * @throws DataFolderError if the version is unreadable or newer than this desk
 */
export async function readDataVersion(folder: string): Promise<number> {
  const names = await namesIn(folder);
  if (!names.includes(versionFile))
    return backedUpFolders.some((name) => names.includes(name)) ? 0 : dataVersion;
  const version = parsed(await readFile(join(folder, versionFile), 'utf8'));
  if (version === undefined) {
    throw new DataFolderError(
      `${join(folder, versionFile)} is corrupt, so the version of the data is unknown. Restore a backup into an ` +
        `empty folder, or write {"schemaVersion":${dataVersion}} into the file if this version of Partner Desk wrote it.`,
    );
  }
  if (version > dataVersion) throw new DataFolderError(`${folder} ${tooNew(version)}`);
  return version;
}

/** The message about data that is newer than this desk. */
export function tooNew(version: number): string {
  return (
    `was written by a newer Partner Desk: its data has version ${version}, and this one knows ${dataVersion}. Nothing was ` +
    'changed. Run the newer one, or restore a backup that was made before the upgrade into an empty folder.'
  );
}

/** Records, durably, that the folder has the current version. */
export async function writeDataVersion(folder: string): Promise<void> {
  const text = `${JSON.stringify({ schemaVersion: dataVersion })}\n`;
  await writeFileAtomic(join(folder, versionFile), text, { mode: 0o600 });
  await syncFolder(folder);
}

function parsed(text: string): number | undefined {
  try {
    return schema.parse(JSON.parse(text)).schemaVersion;
  } catch {
    return undefined;
  }
}
