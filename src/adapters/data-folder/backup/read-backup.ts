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
  isKeptName,
  type BackupHeader,
} from './backup-format.ts';

/**
 * Reads a backup from its beginning to its end, and checks that it is one, whole and unchanged.
 * @param take is given each file of the data folder, and reads it to its end
 * @throws DataFolderError where it is not; what was taken until then is worth nothing
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
  throw isDamage(failure.reason) ? refusal(file, 'it is damaged, or no backup') : failure.reason;
}

type Entry = Extract extends AsyncIterable<infer Item> ? Item : never;

/** Why a backup is not taken. */
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
      throw new RefusedBackup('it holds what no backup does');
    } else if (name === checksumsName) {
      expected = (await buffer(bytesOf(entry))).toString('utf8');
    } else {
      if (!isKeptName(name)) throw new RefusedBackup('it holds a file that belongs to no data folder');
      seen.add(name);
      const hash = createHash('sha256');
      await take(name, hashed(bytesOf(entry), hash));
      found += checksumLine(name, hash.digest('hex'));
    }
  }
  if (expected === undefined) throw new RefusedBackup('its end is missing');
  if (expected !== found) throw new RefusedBackup('its files are not those that were backed up');
}

async function readHeader(name: string, entry: Entry): Promise<BackupHeader> {
  if (name !== headerName) throw new RefusedBackup('it is no backup of Partner Desk');
  const header = headerSchema.safeParse(JSON.parse((await buffer(bytesOf(entry))).toString('utf8')));
  if (!header.success) throw new RefusedBackup('it is no backup that this version of Partner Desk knows');
  if (header.data.dataVersion > dataVersion) throw new RefusedBackup(`it ${tooNew(header.data.dataVersion)}`);
  return header.data;
}

/** The library's own types say nothing of what its streams hold. */
async function* bytesOf(entry: Entry): AsyncGenerator<Buffer> {
  for await (const chunk of entry) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('an archive gave what are no bytes');
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

/** Of the archive, rather than of the disk that it or what it holds lies on. */
function isDamage(error: unknown): boolean {
  return !(error instanceof Error && 'syscall' in error);
}
