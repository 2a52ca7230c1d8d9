import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { syncFolder } from '../../files/durable-folder.ts';

export type AppendableFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'truncate' | 'close'>;

/** Opens a file for appending. Tests pass one that simulates a failing disk. */
export type OpenForAppending = (file: string) => Promise<AppendableFile>;

export const openForAppending: OpenForAppending = (file) => open(file, 'a', 0o600);

/** An append-only file. Lines are durable once `append` returns, and discarded if it throws. */
export interface Journal {
  /** Lines appended since it was started. */
  readonly length: number;
  append(lines: readonly string[]): Promise<void>;
  /** Truncates what a failed `append` left. Required before the next line or journal. */
  repair(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Creates a journal with its header line, atomically and durably.
 * @param addChecksum returns the line with its checksum
 */
export async function beginJournal(
  file: string,
  header: string,
  addChecksum: (line: string) => string,
  openFile: OpenForAppending,
): Promise<Journal> {
  const headerBytes = Buffer.from(`${addChecksum(header)}\n`);
  await writeFileAtomic(file, headerBytes, { mode: 0o600 });
  await syncFolder(dirname(file));
  const handle = await openFile(file);
  let size = headerBytes.length;
  let length = 0;
  let torn = false;

  const repair = async () => {
    if (!torn) return;
    await handle.truncate(size);
    await handle.datasync();
    torn = false;
  };

  return {
    get length() {
      return length;
    },
    append: async (lines) => {
      await repair();
      const bytes = Buffer.from(lines.map((line) => `${addChecksum(line)}\n`).join(''));
      try {
        await handle.appendFile(bytes);
        await handle.datasync();
      } catch (error) {
        torn = true;
        // Usually works at once; otherwise the next `append` tries again.
        await repair().catch(() => undefined);
        throw error;
      }
      size += bytes.length;
      length += lines.length;
    },
    repair,
    close: () => handle.close(),
  };
}
