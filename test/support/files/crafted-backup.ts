import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';

const header = JSON.stringify({
  format: 'partner-desk-backup',
  formatVersion: 1,
  dataVersion: 2,
  madeAt: '2026-11-22T00:00:00Z',
});

const megabyte = 1024 * 1024;

/** Parts of a gzipped tar; gzip allows to put several compressed pieces one after the other. */
export type Crafted = readonly Buffer[];

/** An entry of an archive; `size` may be a lie. @param size a number of bytes, or the field as it stands in the header */
export function tarHeader(name: string, size: number | string, type = '0'): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write('0000600\0', 100);
  block.write(typeof size === 'number' ? size.toString(8).padStart(11, '0') : size, 124, 'latin1');
  block.write('00000000000\0        ', 136);
  block.write(`${type}ustar`, 156);
  block.write('ustar\x0000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(sum.toString(8).padStart(6, '0'), 148);
  block.write('\0 ', 154);
  return block;
}

export const endOfArchive = (): Buffer => gzipSync(Buffer.alloc(1024));

/** Content of one repeated byte, compressed to a thousandth of its length. */
export function repeated(byte: string, megabytes: number): Crafted {
  return Array<Buffer>(megabytes).fill(gzipSync(Buffer.alloc(megabyte, byte), { level: 9 }));
}

/** A small entry with its content, uncompressed. */
export function smallEntry(name: string, content: string | Buffer, type?: string): Buffer {
  const bytes = Buffer.from(content);
  const filled = Buffer.alloc(Math.ceil(bytes.length / 512) * 512);
  bytes.copy(filled);
  return Buffer.concat([tarHeader(name, bytes.length, type), filled]);
}

export const backupStart = (): Buffer => gzipSync(smallEntry('partner-desk-backup.json', header));

/** A correct backup of one file of zeros. */
export function goodBackup(name: string, megabytes: number): Crafted {
  const content = repeated('\0', megabytes);
  const hash = createHash('sha256');
  for (let count = 0; count < megabytes; count++) hash.update(Buffer.alloc(megabyte));
  return [
    backupStart(),
    gzipSync(tarHeader(name, megabytes * megabyte)),
    ...content,
    gzipSync(smallEntry('checksums.sha256', `${hash.digest('hex')}  ${name}\n`)),
    endOfArchive(),
  ];
}

/** A correct backup of empty files, written as the desk writes it. */
export async function backupOfEmptyFiles(names: readonly string[]): Promise<Crafted> {
  const archive = pack();
  const nothing = createHash('sha256').digest('hex');
  archive.entry({ name: 'partner-desk-backup.json' }, header);
  for (const name of names) archive.entry({ name }, '');
  const checksums = names.map((name) => `${nothing}  ${name}\n`).join('');
  archive.entry({ name: 'checksums.sha256' }, checksums);
  archive.finalize();
  return [gzipSync(await buffer(archive))];
}

/** An extended header that gives the next entry a longer name. */
export function longName(name: string): Buffer {
  const record = ` path=${name}\n`;
  const length = [1, 2, 3, 4, 5, 6, 7, 8].find((digits) => String(record.length + digits).length === digits);
  return smallEntry('pax', `${record.length + (length ?? 0)}${record}`, 'x');
}
