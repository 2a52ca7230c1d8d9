import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** What is read at once. Bytes. */
const chunkSize = 1 << 20;
/** The largest file that is held in memory: some 300,000 providers. Bytes. */
const maxHeld = 256 << 20;
const lineFeed = 10;

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Where it begins, and how many bytes it has. */
  readonly offset: number;
  readonly length: number;
}

/**
 * An installed directory, one provider a line. It is held in memory, so that no search waits for a disk; a larger one stays
 * open, and lines are read again when they are shown, so that the descriptions of a million providers need no memory. Imports
 * replace the file rather than write into it; so what was opened stays as it was. For a thread of its own.
 */
export class DirectoryFile {
  readonly #descriptor: number;
  readonly #held: Buffer | undefined;

  /**
   * @param holdUpTo the largest file to hold in memory; bytes
   * @throws the file system's errors
   */
  constructor(path: string, holdUpTo = maxHeld) {
    this.#descriptor = openSync(path, 'r');
    if (fstatSync(this.#descriptor).size <= holdUpTo) this.#held = readFileSync(this.#descriptor);
  }

  /** Every line that is not empty. */
  *lines(): Generator<Line> {
    let chunk = Buffer.allocUnsafe(chunkSize);
    /** Bytes at the beginning of `chunk` that belong to a line not yet ended, and where in the file that line begins. */
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

  /** Puts up to `length` bytes from `offset` of the file at `start` of the target. @returns how many there were */
  #fill(target: Buffer, start: number, length: number, offset: number): number {
    if (this.#held === undefined) return readSync(this.#descriptor, target, start, length, offset);
    return this.#held.copy(target, start, offset, offset + length);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
