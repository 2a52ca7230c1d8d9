import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkerDirectory } from '../../../src/adapters/directory/search/worker-directory.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import type { DirectoryUnderTest } from '../../contracts/provider-directory.ts';
import { recordedLog } from './recorded-log.ts';

/** A directory file as an import writes it. */
export function installedText(providers: readonly Provider[]): string {
  return providers.map((provider) => `${JSON.stringify(provider)}\n`).join('');
}

/** The worker-thread directory with these providers, in its own folder; nothing is loaded if there are none. */
export async function loadedWorkerDirectory(
  providers: readonly Provider[] | undefined,
): Promise<DirectoryUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
  const directory = openWorkerDirectory({ log: recordedLog() });
  if (providers) {
    const file = join(folder, 'providers.jsonl');
    await writeFile(file, installedText(providers));
    await directory.load(file);
  }
  return {
    directory,
    async close() {
      await directory.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
