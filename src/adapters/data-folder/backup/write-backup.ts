import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { syncFolder } from '../../files/durable-folder.ts';
import { DataFolderError } from '../data-folder-error.ts';
import { readDataVersion } from '../data-version.ts';
import { checksumLine, checksumsName, headerName, type BackupHeader } from './backup-format.ts';
import { filesToBackUp } from './files-to-back-up.ts';

/** The size of a backup, before compression. */
export interface BackupSize {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes a backup of a data folder to one new file, durably and for its owner only. The folder must be locked by this
 * process, or quiesced by the desk that uses it.
 * @throws DataFolderError if the file exists
 */
export async function writeBackup(folder: string, target: string): Promise<BackupSize> {
  const version = await readDataVersion(folder);
  const output = await create(target);
  try {
    const archive = pack();
    // `flush` syncs the file before it is closed.
    const writing = pipeline(archive, createGzip({ level: 3 }), output.createWriteStream({ flush: true }));
    const [size] = await Promise.all([fill(archive, folder, version), writing]);
    await syncFolder(dirname(target));
    return size;
  } catch (error) {
    await output.close().catch(() => undefined);
    await rm(target, { force: true });
    throw error;
  }
}

async function create(target: string): Promise<FileHandle> {
  try {
    return await open(target, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new DataFolderError(`${target} already exists. Nothing was written: name another file.`);
    }
    throw error;
  }
}

async function fill(archive: Pack, folder: string, dataVersion: number): Promise<BackupSize> {
  try {
    const header: BackupHeader = {
      format: 'partner-desk-backup',
      formatVersion: 1,
      dataVersion,
      madeAt: new Date().toISOString(),
    };
    archive.entry({ name: headerName, mode: 0o600 }, `${JSON.stringify(header)}\n`);
    let checksums = '';
    const size = { files: 0, bytes: 0 };
    for await (const name of filesToBackUp(folder)) {
      const added = await addFile(archive, join(folder, name), name);
      if (added === undefined) continue;
      checksums += checksumLine(name, added.digest);
      size.files += 1;
      size.bytes += added.bytes;
    }
    archive.entry({ name: checksumsName, mode: 0o600 }, checksums);
    archive.finalize();
    return size;
  } catch (error) {
    archive.destroy(error instanceof Error ? error : undefined);
    throw error;
  }
}

/**
 * Adds a file with the size it has when opened: journals may grow, and other files are only ever replaced.
 * @returns undefined if the file has been removed since it was listed
 */
async function addFile(
  archive: Pack,
  file: string,
  name: string,
): Promise<{ readonly digest: string; readonly bytes: number } | undefined> {
  const handle = await openIfExists(file);
  if (handle === undefined) return undefined;
  try {
    const { size, mtime } = await handle.stat();
    const hash = createHash('sha256');
    const content = size === 0 ? [] : handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    await new Promise<void>((resolve, reject) => {
      const entry = archive.entry({ name, size, mode: 0o600, mtime }, (error) => {
        if (error) reject(error);
        else resolve();
      });
      pump(content, entry, hash).catch(reject);
    });
    return { digest: hash.digest('hex'), bytes: size };
  } finally {
    await handle.close();
  }
}

async function pump(
  content: Iterable<Buffer> | AsyncIterable<Buffer>,
  entry: ReturnType<Pack['entry']>,
  hash: Hash,
): Promise<void> {
  for await (const chunk of content) {
    hash.update(chunk);
    if (!entry.write(chunk)) await once(entry, 'drain');
  }
  entry.end(undefined);
}

async function openIfExists(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
