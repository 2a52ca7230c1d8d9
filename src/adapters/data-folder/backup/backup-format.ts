import { posix } from 'node:path';
import { z } from 'zod';
import { backedUpFolders, knownHeadsFile, versionFile } from '../data-version.ts';

/**
 * A backup is a gzipped tar: first `headerName`, which identifies it; then the files of a data folder under their own
 * names; last `checksumsName`, with a line per file in the format of `sha256sum`.
 */
export const headerName = 'partner-desk-backup.json';
export const checksumsName = 'checksums.sha256';

/** Bytes; a header has about 120. */
export const maxHeaderLength = 4096;

export const headerSchema = z.object({
  format: z.literal('partner-desk-backup'),
  formatVersion: z.literal(1),
  /** Version of the data in the backup. */
  dataVersion: z.int().nonnegative(),
  madeAt: z.iso.datetime(),
});

/** Far above what a desk writes: five segments, and file names of at most 143 characters. */
const maxSegments = 10;
const maxSegmentLength = 200;

export type BackupHeader = z.infer<typeof headerSchema>;

const safeSegment = /^[A-Za-z0-9_%=-][A-Za-z0-9._%=-]*$/;

/** Whether a file of a backup may be restored: only into the folders that are backed up. */
export function isBackedUp(name: string): boolean {
  if (name === versionFile || name === knownHeadsFile) return true;
  const [folder, ...inside] = name.split(posix.sep);
  const isKnownFolder = backedUpFolders.some((known) => known === folder);
  const isShort = inside.length < maxSegments && inside.every(({ length }) => length <= maxSegmentLength);
  return (
    isKnownFolder && isShort && inside.length > 0 && inside.every((segment) => safeSegment.test(segment))
  );
}

/** One line of the checksums file. */
export function checksumLine(name: string, digest: string): string {
  return `${digest}  ${name}\n`;
}
