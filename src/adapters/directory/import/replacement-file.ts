import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../../files/durable-folder.ts';

const suffix = '.tmp';
/** Lines are written to disk in batches of this size. Characters. */
const batchLength = 256 * 1024;
/** A temporary file not written to for this long was left behind by a killed process. Milliseconds. */
const abandonedAfter = 60 * 60 * 1000;

/** A new file that will replace another. */
export interface ReplacementFile {
  write(line: string): Promise<void>;
  /** Syncs the file, then replaces the other one atomically. */
  commit(): Promise<void>;
  /** Removes the file, unless it was committed. */
  discard(): Promise<void>;
}

/**
 * Creates a temporary file beside `target`, for its owner only, and the folder if missing. It is removed when the
 * process exits, even on an uncaught error; leftovers of killed processes are removed by a later call.
 */
export async function openReplacement(target: string): Promise<ReplacementFile> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeAbandoned(folder, basename(target));
  const temporary = `${target}.${randomUUID()}${suffix}`;
  const handle = await open(temporary, 'wx', 0o600);
  const removeAtExit = () => {
    rmSync(temporary, { force: true });
  };
  process.once('exit', removeAtExit);
  let batch = '';
  let state: 'open' | 'closed' | 'gone' = 'open';

  async function close(): Promise<void> {
    if (state !== 'open') return;
    state = 'closed';
    await handle.close();
  }

  return {
    async write(line) {
      batch += `${line}\n`;
      if (batch.length < batchLength) return;
      await handle.appendFile(batch);
      batch = '';
    },
    async commit() {
      await handle.appendFile(batch);
      await handle.sync();
      await close();
      await rename(temporary, target);
      state = 'gone';
      process.off('exit', removeAtExit);
      await syncFolder(folder);
    },
    async discard() {
      if (state === 'gone') return;
      await close();
      await rm(temporary, { force: true });
      state = 'gone';
      process.off('exit', removeAtExit);
    },
  };
}

async function removeAbandoned(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith(suffix)) continue;
    const file = join(folder, entry);
    const writtenAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      // Its process has just renamed or removed it.
      () => undefined,
    );
    if (writtenAt !== undefined && writtenAt < Date.now() - abandonedAfter) await rm(file, { force: true });
  }
}
