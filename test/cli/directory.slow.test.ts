import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { installedDirectory } from '../../src/adapters/directory/prepare-directory.ts';
import { csv, csvRow, readAll, writtenFile } from '../support/files/directory-files.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';

describe('npm run directory', () => {
  const folder = temporaryFolder();

  function start(...args: readonly string[]) {
    return spawn(process.execPath, ['--import', 'tsx', 'src/cli/directory.ts', ...args], {
      env: { ...process.env, DATA_DIR: folder() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async function run(...args: readonly string[]) {
    const command = start(...args);
    const [output, errors] = await Promise.all([
      text(command.stdout),
      text(command.stderr),
      once(command, 'close'),
    ]);
    return { exitCode: command.exitCode, output, errors };
  }

  const installed = async () =>
    (await readAll(installedDirectory(folder()))).providers.map(({ id }) => id).sort();

  it('imports a file and reports the result', async () => {
    const first = await writtenFile(folder(), 'first.csv', csv(csvRow({ id: 'a' }), csvRow({ id: 'b' })));
    assert.deepEqual(await run('import', first), {
      exitCode: 0,
      output: 'Imported 2 providers: 2 new, 0 updated. The directory holds 2.\n',
      errors: '',
    });
    const second = await writtenFile(folder(), 'second.csv', csv(csvRow({ id: 'b' }), csvRow({ id: 'c' })));
    assert.equal(
      (await run('import', second)).output,
      'Imported 2 providers: 1 new, 1 updated. The directory holds 3.\n',
    );
    assert.deepEqual(await installed(), ['a', 'b', 'c']);
    assert.equal(
      (await run('import', second, '--replace')).output,
      'Imported 2 providers: 2 new, 0 updated. The directory holds 2.\n',
    );
    assert.deepEqual(await installed(), ['b', 'c']);
  });

  it('reports every bad row, and imports nothing or the others', async () => {
    const rows = [
      csvRow({ id: 'a' }),
      csvRow({ id: 'b', country: 'XX', email: '\u001b[2J' }),
      csvRow({ id: 'a' }),
    ];
    const file = await writtenFile(folder(), 'providers.csv', csv(...rows));
    const errors = [
      'line 3, column email: holds a character that cannot be shown (found "\\u{1b}[2J")',
      'line 3, column country: is not an ISO 3166-1 alpha-2 country code, such as FR (found "XX")',
      'line 4, column id: is already that of line 2 (found "a")',
      '',
    ].join('\n');
    assert.deepEqual(await run('import', file), {
      exitCode: 1,
      output:
        'Nothing was imported: 2 of 3 rows are bad. Correct the file, or import the others with --skip-bad.\n',
      errors,
    });
    assert.deepEqual(await run('import', file, '--skip-bad'), {
      exitCode: 0,
      output: 'Imported 1 provider: 1 new, 0 updated. The directory holds 1. Skipped 2 bad rows.\n',
      errors,
    });
    assert.deepEqual(await installed(), ['a']);
  });

  it('stops at a broken quote with its line, whatever it is told to skip', async () => {
    const rows = [
      csvRow({ id: 'a' }),
      csvRow({ id: 'b', name: 'Con"toso' }),
      csvRow({ id: 'c', country: 'XX' }),
    ];
    const file = await writtenFile(folder(), 'providers.csv', csv(...rows));
    assert.deepEqual(await run('import', file, '--skip-bad'), {
      exitCode: 1,
      output: '',
      errors:
        'line 3: a quote stands in the middle of a field; put the field in quotes and write "" for each quote in it; ' +
        'what follows was not checked\nNothing was imported.\n',
    });
  });

  it('says what is wrong with a file that it cannot read', async () => {
    const file = await writtenFile(folder(), 'providers.csv', 'id;name\n');
    assert.deepEqual(await run('import', file), {
      exitCode: 1,
      output: '',
      errors: 'line 1: the header must separate its columns with commas\nNothing was imported.\n',
    });
    const missing = await run('import', join(folder(), 'nowhere.csv'));
    assert.equal(missing.exitCode, 1);
    assert.match(missing.errors, /no such file.*nowhere\.csv'\nNothing was imported\.\n$/);
  });

  it('explains itself', async () => {
    const help = await run('--help');
    assert.deepEqual(
      { ...help, output: help.output.split(' [')[0] },
      {
        exitCode: 0,
        output: 'Usage: npm run directory -- import FILE',
        errors: '',
      },
    );
    const mistake = await run('import');
    assert.deepEqual(
      { ...mistake, errors: mistake.errors.split(' [')[0] },
      {
        exitCode: 2,
        output: '',
        errors: 'Name the file to import.\n\nUsage: npm run directory -- import FILE',
      },
    );
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    it(`changes nothing when it is ended by ${signal}`, async () => {
      await run('import', await writtenFile(folder(), 'first.csv', csv(csvRow({ id: 'a' }))));
      const rows = Array.from({ length: 30_000 }, (_, index) => csvRow({ id: String(index) }));
      const file = await writtenFile(folder(), 'long.csv', csv(csvRow({ country: 'XX' }), ...rows));
      const command = start('import', file, '--replace', '--skip-bad');
      await once(command.stderr, 'data');
      command.kill(signal);
      await once(command, 'exit');
      assert.notEqual(command.exitCode, 0);
      assert.deepEqual(await installed(), ['a']);
      if (signal !== 'SIGKILL')
        assert.deepEqual(await readdir(join(folder(), 'directory')), ['providers.jsonl']);
    });
  }
});
