import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { DataFolderError } from '../data-folder-error.ts';
import { dataVersion, tooNew } from '../data-version.ts';
import {
  checksumLine,
  checksumsName,
  headerName,
  headerSchema,
  isBackedUp,
  maxHeaderLength,
} from './backup-format.ts';
import type { DiskSpace } from './disk-space.ts';
import { readArchive, UnexpectedEntry } from './read-archive.ts';

/** A file of a data folder. */
interface BackedUpFile {
  readonly name: string;
  /** Must be read to the end. */
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Reads a backup from start to end and verifies that it is complete and unchanged. Memory does not depend on what it
 * holds: nothing is kept of a file that was read.
 * @param space where the files are to go; each file is counted before it is read
 * @param take called with each file of the data folder
 * @throws DataFolderError if the verification fails, or the files do not fit; discard what was read so far
 */
export async function readBackup(
  file: string,
  space: DiskSpace,
  take: (file: BackedUpFile) => Promise<void>,
): Promise<void> {
  try {
    await pipeline(createReadStream(file), createGunzip(), (archive: AsyncIterable<Buffer>) =>
      readFiles(archive, space, take),
    );
  } catch (error) {
    if (error instanceof RefusedBackup) throw refusal(file, error.message);
    if (error instanceof UnexpectedEntry) throw refusal(file, 'it holds an unexpected entry');
    throw isCorruption(error) ? refusal(file, 'it is corrupt or not a backup') : error;
  }
}

/** Why a backup is rejected. */
class RefusedBackup extends Error {}

async function readFiles(
  archive: AsyncIterable<Buffer>,
  space: DiskSpace,
  take: (file: BackedUpFile) => Promise<void>,
): Promise<void> {
  const found = { lines: createHash('sha256'), length: 0 };
  let hasHeader = false;
  let isComplete = false;
  for await (const { name, size, content } of readArchive(archive)) {
    if (!hasHeader) {
      if (name !== headerName || size > maxHeaderLength)
        throw new RefusedBackup('it is not a backup of Partner Desk');
      checkHeader((await buffer(content)).toString('utf8'));
      hasHeader = true;
    } else if (isComplete) {
      throw new RefusedBackup('it holds an unexpected entry');
    } else if (name === checksumsName) {
      const isExpected = size === found.length && (await hashOf(content)) === found.lines.digest('hex');
      if (!isExpected) throw new RefusedBackup('its checksums do not match its files');
      isComplete = true;
    } else {
      if (!isBackedUp(name)) throw new RefusedBackup('it holds a file that does not belong in a data folder');
      const lack = space.lackFor(name, size);
      if (lack !== undefined) throw new RefusedBackup(lack);
      const hash = createHash('sha256');
      await take({ name, content: hashed(content, hash) });
      const line = checksumLine(name, hash.digest('hex'));
      found.lines.update(line);
      found.length += Buffer.byteLength(line);
    }
  }
  if (!isComplete) throw new RefusedBackup('it is truncated');
}

function checkHeader(json: string): void {
  const header = headerSchema.safeParse(JSON.parse(json));
  if (!header.success) throw new RefusedBackup('this version of Partner Desk does not know its format');
  if (header.data.dataVersion > dataVersion) throw new RefusedBackup(`it ${tooNew(header.data.dataVersion)}`);
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}

async function* hashed(
  content: AsyncIterable<Buffer>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

function refusal(file: string, reason: string): DataFolderError {
  return new DataFolderError(`${file} was not restored: ${reason}.`);
}

/** Whether the archive is at fault, rather than a disk. */
function isCorruption(error: unknown): boolean {
  return !(error instanceof DataFolderError) && !(error instanceof Error && 'syscall' in error);
}
