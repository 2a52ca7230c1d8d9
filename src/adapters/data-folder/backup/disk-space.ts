import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, posix, resolve } from 'node:path';

/** Counts files against the free space of a disk, before they are written. */
export interface DiskSpace {
  /** Counts a file with the folders that it may need. @returns undefined if it fits, else a sentence about what lacks */
  lackFor(name: string, size: number): string | undefined;
}

/** Left free, for the desk's own work; bytes. */
const reserve = 16 * 1024 * 1024;
const megabyte = 1024 * 1024;

/** The free space on the disk of a folder, which may not exist yet. */
export async function freeSpace(folder: string): Promise<DiskSpace> {
  const { bavail, bsize, files: fileLimit, ffree } = await statistics(resolve(folder));
  const freeBytes = Math.max(0, bavail * bsize - reserve);
  // Some file systems have no limit, and say 0.
  const freeFiles = fileLimit === 0 ? Infinity : ffree;
  let bytes = 0;
  let files = 0;
  let folders: readonly string[] = [];
  return {
    lackFor(name, size) {
      const path = posix.dirname(name).split(posix.sep);
      const known = path.findIndex((segment, index) => segment !== folders[index]);
      const created = known === -1 ? 0 : path.length - known;
      folders = path;
      files += 1 + created;
      bytes += (Math.ceil(size / bsize) + created) * bsize;
      if (files > freeFiles) return 'it holds more files than the disk can still take';
      if (bytes <= freeBytes) return undefined;
      return `it needs ${Math.ceil(bytes / megabyte)} MB or more, and the disk has ${Math.floor(freeBytes / megabyte)} MB to spare`;
    },
  };
}

/** Of the folder, or of the nearest one above it that exists. */
async function statistics(folder: string): Promise<StatsFs> {
  try {
    return await statfs(folder);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || dirname(folder) === folder) throw error;
    return statistics(dirname(folder));
  }
}
