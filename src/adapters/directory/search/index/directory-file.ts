import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Read buffer size. Bytes. */
const chunkSize = 1 << 20;
/** The largest file to hold in memory, about 300,000 providers. Bytes. */
const maxInMemory = 256 << 20;
const lineFeed = 10;

export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** Start and length in the file, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/**
 * An installed directory, one provider per line. It is held in memory, so that searches do not wait for the disk. A
 * larger one stays open and its lines are read on demand, so that a million descriptions need no memory. Imports
 * replace the file, so the opened one never changes. Reads synchronously: for use in a worker thread.
 */
export class DirectoryFile {
  readonly #descriptor: number;
  readonly #content: Buffer | undefined;

  /**
   * @param maxSizeInMemory the largest file to hold in memory; bytes
   * @throws file system errors
   */
  constructor(path: string, maxSizeInMemory = maxInMemory) {
    this.#descriptor = openSync(path, 'r');
    if (fstatSync(this.#descriptor).size <= maxSizeInMemory) this.#content = readFileSync(this.#descriptor);
  }

  /** Every line that is not empty. */
  *lines(): Generator<Line> {
    let chunk = Buffer.allocUnsafe(chunkSize);
    /** Bytes of an unfinished line at the start of `chunk`, and the offset of that line in the file. */
    let kept = 0;
    let offset = 0;
    let number = 0;
    for (;;) {
      const read = this.#fill(chunk, kept, chunk.length - kept, offset + kept);
      const filled = kept + read;
      let start = 0;
      for (;;) {
        const found = chunk.subarray(0, filled).indexOf(lineFeed, start);
        const end = found === -1 && read === 0 ? filled : found;
        if (end === -1) break;
        number++;
        if (end > start) {
          yield {
            number,
            text: chunk.toString('utf8', start, end),
            offset: offset + start,
            length: end - start,
          };
        }
        start = end + 1;
        if (start > filled) return;
      }
      kept = filled - start;
      offset += start;
      if (kept === chunk.length) chunk = Buffer.concat([chunk], chunk.length * 2);
      else chunk.copyWithin(0, start, filled);
    }
  }

  /** The `length` bytes from `offset`. */
  read(offset: number, length: number): string {
    const bytes = Buffer.allocUnsafe(length);
    const read = this.#fill(bytes, 0, length, offset);
    return bytes.toString('utf8', 0, read);
  }

  /** Copies up to `length` bytes from `offset` of the file to `start` of the target. @returns the number of bytes */
  #fill(target: Buffer, start: number, length: number, offset: number): number {
    if (this.#content === undefined) return readSync(this.#descriptor, target, start, length, offset);
    return this.#content.copy(target, start, offset, offset + length);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
