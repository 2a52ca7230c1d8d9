import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { installProviders } from '../../../src/adapters/directory/import/install-providers.ts';
import { installedDirectory } from '../../../src/adapters/directory/prepare-directory.ts';
import { watchDirectory } from '../../../src/adapters/directory/watch-directory.ts';
import { csv, csvRow, readAll, writtenFile } from '../../support/files/directory-files.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';

describe('Watching the directory', () => {
  const folder = temporaryFolder();

  async function importCity(city: string): Promise<void> {
    const source = await writtenFile(folder(), 'source.csv', csv(csvRow({ city })));
    const target = installedDirectory(folder());
    await installProviders({ source, target, merge: true, skipBad: false, onProblem: () => undefined });
  }

  it('reports each import, including the first, before which there is no folder', async () => {
    const changes = new EventEmitter();
    const seen: string[] = [];
    const watch = watchDirectory(folder(), async (file) => {
      seen.push((await readAll(file)).providers.map(({ city }) => city).join());
      changes.emit('change');
    });
    try {
      for (const city of ['Lyon', 'Nice']) {
        const change = once(changes, 'change');
        await importCity(city);
        await change;
      }
      assert.deepEqual(seen, ['Lyon', 'Nice']);
    } finally {
      watch.close();
    }
  });
});
