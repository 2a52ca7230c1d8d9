// Why not tar-stream's `extract`: it holds extended headers of up to 4 MB and turns them into objects, and there is no
// option to bound that. This reads what a backup consists of: files, with an extended header for a long name.

/** A file of an archive; its content must be read to the end before the next file is requested. */
interface ArchivedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/** The archive holds something that no backup does. */
export class UnexpectedEntry extends Error {}

const blockLength = 512;
const longestExtendedHeader = 4096;

/**
 * Reads the files of a tar archive (POSIX ustar and pax) one after the other. Holds one block and one chunk of
 * `archive`, whatever the archive says about itself.
 * @throws UnexpectedEntry for anything that is not a file; Error if the archive is corrupt or truncated
 */
export async function* readArchive(archive: AsyncIterable<Buffer>): AsyncGenerator<ArchivedFile> {
  const bytes = new ByteReader(archive);
  let extended: ReadonlyMap<string, string> | undefined;
  for (;;) {
    const block = await bytes.block();
    if (block === undefined) return;
    if (isZero(block)) return expectZeros(bytes);
    const header = headerOf(block);
    if (header.type === 'extended header' && extended === undefined) {
      if (header.size > longestExtendedHeader) throw new UnexpectedEntry('a long extended header');
      extended = recordsOf(await bytes.exactly(header.size));
      await bytes.exactly(padding(header.size));
    } else if (header.type === 'file') {
      const name = extended?.get('path') ?? header.name;
      const size = sizeOf(extended?.get('size')) ?? header.size;
      extended = undefined;
      const content = bytes.upTo(size);
      yield { name, size, content };
      await bytes.exactly(padding(size));
    } else {
      throw new UnexpectedEntry(header.type);
    }
  }
}

/** Reads a stream in pieces of given lengths. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** @returns undefined at the end of the stream */
  async block(): Promise<Buffer | undefined> {
    if (this.#rest.length === 0 && !(await this.#more())) return undefined;
    return this.exactly(blockLength);
  }

  /** @param length small: all of it is held */
  async exactly(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.upTo(length)) pieces.push(piece);
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }

  /** The next bytes as they arrive. @throws Error if the stream ends before */
  async *upTo(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.#rest.length === 0 && !(await this.#more())) throw new Error('the archive is truncated');
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#rest = next.value;
    return this.#rest.length > 0 || this.#more();
  }
}

/** The end of an archive is filled up with zeros. */
async function expectZeros(bytes: ByteReader): Promise<void> {
  for (let block = await bytes.block(); block !== undefined; block = await bytes.block()) {
    if (!isZero(block)) throw new UnexpectedEntry('something after the end of the archive');
  }
}

const zeros = Buffer.alloc(blockLength);

function isZero(block: Buffer): boolean {
  return block.equals(zeros);
}

/** Source: POSIX, “pax”, ustar Interchange Format. */
function headerOf(block: Buffer) {
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (numberAt(block, 148, 8) !== sum || block.toString('latin1', 257, 262) !== 'ustar') {
    throw new Error('not a header of an archive');
  }
  const prefix = textAt(block, 345, 155);
  const name = textAt(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: numberAt(block, 124, 12),
    type: typeOf(block.toString('latin1', 156, 157)),
  };
}

function typeOf(flag: string): 'file' | 'extended header' | 'something else' {
  if (flag === '0' || flag === '\0') return 'file';
  return flag === 'x' ? 'extended header' : 'something else';
}

function textAt(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

/** Octal digits; or, for files of 8 GiB and more, a number in base 256 after a byte 0x80 (GNU). */
function numberAt(block: Buffer, start: number, length: number): number {
  if (block[start] === 0x80) {
    return sizeOf(BigInt(`0x${block.toString('hex', start + 1, start + length)}`).toString()) ?? 0;
  }
  const digits = textAt(block, start, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error('not a number in a header of an archive');
  return Number.parseInt(digits, 8);
}

function sizeOf(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  const size = /^\d+$/.test(digits) ? Number(digits) : NaN;
  if (!Number.isSafeInteger(size)) throw new Error('not a size');
  return size;
}

/** The records of an extended header: `<length> <name>=<value>\n`, with the length of the whole record in bytes. */
function recordsOf(bytes: Buffer): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  for (let start = 0; start < bytes.length;) {
    const [all, digits, name, value] =
      /^(\d{1,4}) ([^=\n]+)=([^\n]*)\n/.exec(bytes.toString('latin1', start)) ?? [];
    if (all === undefined || name === undefined || value === undefined || Number(digits) !== all.length) {
      throw new Error('not a record of an extended header');
    }
    records.set(name, Buffer.from(value, 'latin1').toString('utf8'));
    start += all.length;
  }
  return records;
}

function padding(size: number): number {
  return (blockLength - (size % blockLength)) % blockLength;
}
