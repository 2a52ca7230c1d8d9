import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { syncFolder, namesIn } from '../files/durable-folder.ts';
import { DataFolderError } from './data-folder-error.ts';

/** How the files of a data folder are laid out and written. Goes up whenever a desk could not read what the next one writes. */
export const dataVersion = 2;

/** The file that says which version a data folder has. */
export const versionFile = 'data-version.json';

/** Lies in a data folder while a backup is being restored into it. */
export const unfinishedFile = 'restore-unfinished';

/** The folders in which a desk keeps what must not be lost. */
export const keptFolders = ['bot-state', 'directory', 'outbox', 'tenants'] as const;

const schema = z.object({ schemaVersion: z.int().positive() });

/**
 * The version of what lies in a data folder: 0 before there were versions, the present one where there is nothing yet.
 * @throws DataFolderError where it cannot be told, or is newer than this desk
 */
export async function readDataVersion(folder: string): Promise<number> {
  const names = await namesIn(folder);
  if (!names.includes(versionFile)) return keptFolders.some((name) => names.includes(name)) ? 0 : dataVersion;
  const version = parsed(await readFile(join(folder, versionFile), 'utf8'));
  if (version === undefined) {
    throw new DataFolderError(
      `${join(folder, versionFile)} is damaged, so nobody knows how the data is to be read. Restore a backup into an ` +
        `empty folder, or write {"schemaVersion":${dataVersion}} into the file if this version of Partner Desk wrote it.`,
    );
  }
  if (version > dataVersion) throw new DataFolderError(`${folder} ${tooNew(version)}`);
  return version;
}

/** What to say of data that is newer than this desk. */
export function tooNew(version: number): string {
  return (
    `was written by a newer Partner Desk: its data has version ${version}, and this one knows ${dataVersion}. Nothing was ` +
    'changed. Run the newer one, or restore a backup that was made before the upgrade into an empty folder.'
  );
}

/** Notes, durably, that the folder has the present version. */
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
