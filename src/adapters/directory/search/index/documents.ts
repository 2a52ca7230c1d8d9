import type { DirectoryFile } from './directory-file.ts';
import { storedProvider } from './stored-provider.ts';

/** The offset and length in the file of each provider in the index. */
export interface Places {
  readonly offsets: Float64Array;
  readonly lengths: Int32Array;
}

/** Looks up the lines of providers by number or id. */
export class Documents {
  readonly #file: DirectoryFile;
  readonly #places: Places;
  /**
   * Hash table by id with open addressing: a provider's number plus 1, or 0 if free. The ids themselves are in the
   * file.
   */
  readonly #table: Int32Array;

  /** @param hashes `hashOf` the id of each provider */
  constructor(file: DirectoryFile, places: Places, hashes: Int32Array) {
    this.#file = file;
    this.#places = places;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 1)));
    for (const [provider, hash] of hashes.entries()) {
      let slot = this.#slot(hash);
      while (this.#table[slot] !== 0) slot = this.#slot(slot + 1);
      this.#table[slot] = provider + 1;
    }
  }

  /** The line of a provider. */
  line(provider: number): string {
    return this.#file.read(this.#places.offsets[provider] ?? 0, this.#places.lengths[provider] ?? 0);
  }

  /** The line of the provider with this id. */
  find(id: string): string | undefined {
    for (let slot = this.#slot(hashOf(id)); ; slot = this.#slot(slot + 1)) {
      const entry = this.#table[slot] ?? 0;
      if (entry === 0) return undefined;
      const line = this.line(entry - 1);
      if (storedProvider(line).id === id) return line;
    }
  }

  #slot(hash: number): number {
    return hash & (this.#table.length - 1);
  }
}

/** A 32-bit hash of an id (FNV-1a over its code units, mixed once more because only the low bits are used). */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
