import { createHash } from 'node:crypto';
import { dirname, relative, sep } from 'node:path';
import { CorruptFileError } from './corrupt-file-error.ts';

const prefix = /^\{"checksum":"([\w-]{43})",/;

/**
 * Prefixes each JSON object in a tenant's files with a checksum, because JSON with a flipped byte often still parses.
 * It covers the path of the file too, so that an object of another tenant, kind or id does not pass. It detects failing
 * disks, not tampering: anyone can recompute it.
 */
export class Checksums {
  readonly #tenants: string;

  constructor(tenantFolder: string) {
    this.#tenants = dirname(tenantFolder);
  }

  /** @param json an object with at least one field */
  put(file: string, json: string): string {
    return `{"checksum":"${this.#checksum(file, json)}",${json.slice(1)}`;
  }

  /**
   * @returns the object without its checksum; unchanged if it has none, as in data of version 1
   * @throws CorruptFileError
   */
  check(file: string, text: string): string {
    const { json, isIntact } = this.read(file, text);
    if (!isIntact) throw new CorruptFileError(file, 'checksum mismatch');
    return json;
  }

  /** The same without throwing, for callers that inspect corrupt data. */
  read(file: string, text: string): { readonly json: string; readonly isIntact: boolean } {
    const [start, checksum] = prefix.exec(text) ?? [];
    if (start === undefined) return { json: text, isIntact: true };
    const json = `{${text.slice(start.length)}`;
    return { json, isIntact: this.#checksum(file, json) === checksum };
  }

  #checksum(file: string, json: string): string {
    const place = relative(this.#tenants, file).replaceAll(sep, '/');
    return createHash('sha256').update(`${place}\n${json}`).digest('base64url');
  }
}
