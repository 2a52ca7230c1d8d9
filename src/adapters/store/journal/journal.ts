import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { syncFolder } from '../../files/durable-folder.ts';

export type AppendableFile = Pick<FileHandle, 'appendFile' | 'datasync' | 'truncate' | 'close'>;

/** Opens a file to append to. Tests give one whose disk is full. */
export type OpenForAppending = (file: string) => Promise<AppendableFile>;

export const openForAppending: OpenForAppending = (file) => open(file, 'a', 0o600);

/** A file that lines are added to; a line is kept once `append` has returned, and gone where it threw. */
export interface Journal {
  /** Lines added since it began. */
  readonly length: number;
  append(lines: readonly string[]): Promise<void>;
  /** Takes away what a failed `append` left. No line can be added, nor another journal begun, until that is done. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begins a journal with its header line: the file is there whole and durably, or not at all.
 * @param checksums puts a checksum into a line
 */
export async function beginJournal(
  file: string,
  header: string,
  checksums: (line: string) => string,
  openFile: OpenForAppending,
): Promise<Journal> {
  const headerBytes = Buffer.from(`${checksums(header)}\n`);
  await writeFileAtomic(file, headerBytes, { mode: 0o600 });
  await syncFolder(dirname(file));
  const handle = await openFile(file);
  let size = headerBytes.length;
  let length = 0;
  let torn = false;

  const mend = async () => {
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
      await mend();
      const bytes = Buffer.from(lines.map((line) => `${checksums(line)}\n`).join(''));
      try {
        await handle.appendFile(bytes);
        await handle.datasync();
      } catch (error) {
        torn = true;
        // Often it can be mended at once; where it cannot, the next `append` tries again.
        await mend().catch(() => undefined);
        throw error;
      }
      size += bytes.length;
      length += lines.length;
    },
    mend,
    close: () => handle.close(),
  };
}
