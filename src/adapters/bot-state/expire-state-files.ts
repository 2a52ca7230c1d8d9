import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface Expiry {
  /** What was last written before this is removed; milliseconds since 1970. */
  readonly before: number;
  /** The least recently written files above this number are removed. */
  readonly maxFiles: number;
  /** Whether a file of this name is being written or read, so that it must stay. */
  readonly isInUse: (name: string) => boolean;
}

/** Removes old files of a folder, one after the other: others wait for the same disk. */
export async function expireStateFiles(folder: string, { before, maxFiles, isInUse }: Expiry): Promise<void> {
  const remaining: { readonly name: string; readonly writtenAt: number }[] = [];

  async function remove(name: string): Promise<void> {
    if (!isInUse(name)) await rm(join(folder, name), { force: true });
  }

  for (const name of await readdir(folder)) {
    const writtenAt = await timeOf(join(folder, name));
    if (writtenAt === undefined) continue;
    if (writtenAt < before) await remove(name);
    else remaining.push({ name, writtenAt });
  }
  remaining.sort((one, other) => one.writtenAt - other.writtenAt);
  for (const { name } of remaining.slice(0, Math.max(0, remaining.length - maxFiles))) await remove(name);
}

/** @returns undefined if the file is gone: temporary files are renamed at any time */
async function timeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
