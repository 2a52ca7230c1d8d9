import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import { CorruptFileError } from './corrupt-file-error.ts';

const beginning = /^\{"checksum":"([\w-]{43})",/;

/**
 * Puts a checksum before each JSON object that the files of a tenant hold: a byte that changed often leaves what is JSON
 * still. It covers in which file the object stands, so that no other tenant's, kind's or id's is taken for it. It is there
 * for disks that fail, and proves nothing against people, who can make it anew.
 */
export class Checksums {
  readonly #tenants: string;

  constructor(tenantFolder: string) {
    this.#tenants = dirname(tenantFolder);
  }

  /** @param json an object with a field at least, as the file is to hold it */
  put(file: string, json: string): string {
    return `{"checksum":"${this.#checksum(file, json)}",${json.slice(1)}`;
  }

  /**
   * @returns the object as it was before `put`; as it is where it has no checksum, which data of version 1 has not
   * @throws GarbledFileError
   */
  check(file: string, text: string): string {
    const { json, isIntact } = this.read(file, text);
    if (!isIntact) throw new CorruptFileError(file, 'not what was written there: the checksum differs');
    return json;
  }

  /** For whoever wants to see what became of it, too. */
  read(file: string, text: string): { readonly json: string; readonly isIntact: boolean } {
    const [start, checksum] = beginning.exec(text) ?? [];
    if (start === undefined) return { json: text, isIntact: true };
    const json = `{${text.slice(start.length)}`;
    return { json, isIntact: this.#checksum(file, json) === checksum };
  }

  #checksum(file: string, json: string): string {
    const place = relative(this.#tenants, file).replaceAll(sep, '/');
    return createHash('sha256').update(`${place}\n${json}`).digest('base64url');
  }
}
