import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { installProviders } from '../../../src/adapters/directory/import/install-providers.ts';
import { installedDirectory, prepareDirectory } from '../../../src/adapters/directory/prepare-directory.ts';
import { csv, csvRow, readAll, writtenFile } from '../../support/files/directory-files.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

describe('The directory that a desk starts with', () => {
  const folder = temporaryFolder();

  async function prepare(providersFile?: string) {
    const log = recordedLog();
    const file = await prepareDirectory({ dataDirectory: folder(), providersFile, log });
    const { providers } = await readAll(file);
    return { file, ids: providers.map(({ id }) => id), lines: log.lines };
  }

  it('is the sample at first', async () => {
    const { ids, file } = await prepare();
    assert.ok(ids.length >= 290);
    assert.equal((await prepare()).file, file);
  });

  it('is PROVIDERS_FILE where that is set, as it is at the start', async () => {
    const source = await writtenFile(folder(), 'providers.csv', csv(csvRow({ id: 'a-1' })));
    assert.deepEqual((await prepare(source)).ids, ['a-1']);
    await writtenFile(folder(), 'providers.csv', csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1' })));
    const { ids, file } = await prepare(source);
    assert.deepEqual(ids, ['a-1', 'b-1']);
    assert.equal((await readdir(dirname(file))).length, 1, 'earlier conversions are removed');
  });

  it('is the one that was imported, whatever else there is', async () => {
    const imported = await writtenFile(folder(), 'imported.csv', csv(csvRow({ id: 'imported-1' })));
    const target = installedDirectory(folder());
    await installProviders({
      source: imported,
      target,
      merge: true,
      skipBad: false,
      onProblem: () => undefined,
    });
    assert.deepEqual(await prepare(), { file: target, ids: ['imported-1'], lines: [] });
    const { ids, lines } = await prepare(
      await writtenFile(folder(), 'providers.csv', csv(csvRow({ id: 'a-1' }))),
    );
    assert.deepEqual(ids, ['imported-1']);
    assert.match(lines.join(), /PROVIDERS_FILE is not used/);
  });

  it('cannot be a file with bad rows, which the log names', async () => {
    const log = recordedLog();
    const providersFile = await writtenFile(
      folder(),
      'providers.csv',
      csv(csvRow({ country: 'XX' }), csvRow()),
    );
    await assert.rejects(
      prepareDirectory({ dataDirectory: folder(), providersFile, log }),
      /was not loaded: 1 of its rows are bad, 1 good/,
    );
    assert.deepEqual(log.lines, ['error Bad row in the provider directory']);
  });

  it('cannot be a file that is not there or is no directory', async () => {
    const log = recordedLog();
    await assert.rejects(
      prepareDirectory({ dataDirectory: folder(), providersFile: '/nowhere.csv', log }),
      /nowhere\.csv cannot be read/,
    );
    const providersFile = await writtenFile(folder(), 'providers.csv', 'name\nContoso\n');
    await assert.rejects(
      prepareDirectory({ dataDirectory: folder(), providersFile, log }),
      /line 1: .*is missing from the header/,
    );
  });
});
