import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { DataFolderError } from '../data-folder-error.ts';
import { dataVersion, tooNew } from '../data-version.ts';
import {
  checksumLine,
  checksumsName,
  headerName,
  headerSchema,
  isBackedUp,
  type BackupHeader,
} from './backup-format.ts';

/**
 * Reads a backup from start to end and verifies that it is complete and unchanged.
 * @param take called with each file of the data folder; must read the content to its end
 * @throws DataFolderError if the verification fails; discard what was read so far
 */
export async function readBackup(
  file: string,
  take: (name: string, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const entries = extract();
  const unpacking = pipeline(createReadStream(file), createGunzip(), entries);
  const reading = readEntries(entries, take).catch((error: unknown) => {
    entries.destroy();
    throw error;
  });
  const [unpacked, read] = await Promise.allSettled([unpacking, reading]);
  if (read.status === 'rejected' && read.reason instanceof RefusedBackup)
    throw refusal(file, read.reason.message);
  const failure = unpacked.status === 'rejected' ? unpacked : read;
  if (failure.status === 'fulfilled') return;
  throw isCorruption(failure.reason) ? refusal(file, 'it is corrupt or not a backup') : failure.reason;
}

type Entry = Extract extends AsyncIterable<infer Item> ? Item : never;

/** Why a backup is rejected. */
class RefusedBackup extends Error {}

async function readEntries(
  entries: Extract,
  take: (name: string, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  let header: BackupHeader | undefined;
  let found = '';
  let expected: string | undefined;
  const seen = new Set<string>();
  for await (const entry of entries) {
    const { name, type } = entry.header;
    if (header === undefined) {
      header = await readHeader(name, entry);
    } else if (expected !== undefined || type !== 'file' || seen.has(name)) {
      throw new RefusedBackup('it holds an unexpected entry');
    } else if (name === checksumsName) {
      expected = (await buffer(bytesOf(entry))).toString('utf8');
    } else {
      if (!isBackedUp(name)) throw new RefusedBackup('it holds a file that does not belong in a data folder');
      seen.add(name);
      const hash = createHash('sha256');
      await take(name, hashed(bytesOf(entry), hash));
      found += checksumLine(name, hash.digest('hex'));
    }
  }
  if (expected === undefined) throw new RefusedBackup('it is truncated');
  if (expected !== found) throw new RefusedBackup('its checksums do not match its files');
}

async function readHeader(name: string, entry: Entry): Promise<BackupHeader> {
  if (name !== headerName) throw new RefusedBackup('it is not a backup of Partner Desk');
  const header = headerSchema.safeParse(JSON.parse((await buffer(bytesOf(entry))).toString('utf8')));
  if (!header.success) throw new RefusedBackup('this version of Partner Desk does not know its format');
  if (header.data.dataVersion > dataVersion) throw new RefusedBackup(`it ${tooNew(header.data.dataVersion)}`);
  return header.data;
}

/** The library's types do not say what its streams contain. */
async function* bytesOf(entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of entry) {
    if (!Buffer.isBuffer(chunk))
      throw new TypeError('the archive stream yielded a chunk that is not a Buffer');
    yield chunk;
  }
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
  return !(error instanceof Error && 'syscall' in error);
}
