import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../../src/adapters/directory/search/index/build-index.ts';
import { DirectoryFile } from '../../../src/adapters/directory/search/index/directory-file.ts';
import type { SearchIndex } from '../../../src/adapters/directory/search/query/search-index.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { installedText } from './loaded-worker-directory.ts';

/** Runs `use` with the index of these providers, and closes it afterwards. @returns the result of `use` */
export function withIndexOf<Result>(
  providers: readonly Provider[],
  use: (index: SearchIndex) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'partner-desk-'));
  try {
    const path = join(folder, 'providers.jsonl');
    writeFileSync(path, installedText(providers));
    const file = new DirectoryFile(path);
    try {
      return use(buildIndex(file));
    } finally {
      file.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
