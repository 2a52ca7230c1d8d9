import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

export interface PackageFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The earliest time that a zip can hold; local time, as in zips, so that the bytes do not depend on the time zone. */
const constantTime = new Date(1980, 0, 1);

/** A reproducible zip: the same bytes for the same files, on any day, in any time zone, with any version of zlib. */
export async function zip(files: readonly PackageFile[]): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const file of files) {
    archive.addBuffer(file.bytes, file.name, {
      mtime: constantTime,
      forceDosTimestamp: true,
      mode: 0o100644,
      compress: false,
    });
  }
  archive.end();
  return buffer(archive.outputStream);
}
