import { join } from 'node:path';

/** Where what belongs to the provider directory lies. */
export function directoryFolder(dataDirectory: string): string {
  return join(dataDirectory, 'directory');
}

/** The providers that an operator imported: one a line, as JSON. It is only ever replaced whole. */
export function installedDirectory(dataDirectory: string): string {
  return join(directoryFolder(dataDirectory), 'providers.jsonl');
}
