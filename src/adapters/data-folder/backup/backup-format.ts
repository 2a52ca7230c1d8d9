import { posix } from 'node:path';
import { z } from 'zod';
import { keptFolders, versionFile } from '../data-version.ts';

/**
 * A backup is a gzipped tar: first `headerName`, which says what it is; then the files of a data folder under their own
 * names; last `checksumsName`, with a line for each of those as `sha256sum` writes them.
 */
export const headerName = 'partner-desk-backup.json';
export const checksumsName = 'checksums.sha256';

export const headerSchema = z.object({
  format: z.literal('partner-desk-backup'),
  formatVersion: z.literal(1),
  /** Of the data that it holds. */
  dataVersion: z.int().nonnegative(),
  madeAt: z.iso.datetime(),
});

export type BackupHeader = z.infer<typeof headerSchema>;

const safeSegment = /^[A-Za-z0-9_%=-][A-Za-z0-9._%=-]*$/;

/** Whether a file of a backup may be written: into the folders that a desk keeps, and nowhere else. */
export function isKeptName(name: string): boolean {
  if (name === versionFile) return true;
  const [folder, ...inside] = name.split(posix.sep);
  const isKept = keptFolders.some((kept) => kept === folder);
  return isKept && inside.length > 0 && inside.every((segment) => safeSegment.test(segment));
}

/** One line of the checksums. */
export function checksumLine(name: string, digest: string): string {
  return `${digest}  ${name}\n`;
}
