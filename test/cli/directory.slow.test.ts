import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { installedDirectory } from '../../src/adapters/directory/prepare-directory.ts';
import { csv, csvRow, goodFields, header, readAll, writtenFile } from '../support/files/directory-files.ts';
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
    const first = await writtenFile(folder(), 'first.csv', csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1' })));
    assert.deepEqual(await run('import', first), {
      exitCode: 0,
      output: 'Imported 2 providers: 2 new, 0 updated. The directory holds 2.\n',
      errors: '',
    });
    const second = await writtenFile(
      folder(),
      'second.csv',
      csv(csvRow({ id: 'b-1' }), csvRow({ id: 'c-1' })),
    );
    assert.equal(
      (await run('import', second)).output,
      'Imported 2 providers: 1 new, 1 updated. The directory holds 3.\n',
    );
    assert.deepEqual(await installed(), ['a-1', 'b-1', 'c-1']);
    assert.equal(
      (await run('import', second, '--replace')).output,
      'Imported 2 providers: 2 new, 0 updated. The directory holds 2.\n',
    );
    assert.deepEqual(await installed(), ['b-1', 'c-1']);
  });

  it('reports every bad row, and imports nothing or the others', async () => {
    const rows = [
      csvRow({ id: 'a-1' }),
      csvRow({ id: 'b-1', country: 'XX', email: '\u001b[2J' }),
      csvRow({ id: 'a-1' }),
    ];
    const file = await writtenFile(folder(), 'providers.csv', csv(...rows));
    const errors = [
      'line 3, column email: holds a character that cannot be shown (found "\\u{1b}[2J")',
      'line 3, column country: is not an ISO 3166-1 alpha-2 country code, such as FR (found "XX")',
      'line 4, column id: is already that of line 2 (found "a-1")',
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
    assert.deepEqual(await installed(), ['a-1']);
  });

  const excelHeader = header.split(',');
  const fieldsFor = (id: string) => Object.values({ ...goodFields, id });
  const semicolons = (values: readonly string[]) =>
    values.map((value) => (value.includes(';') ? `"${value}"` : value)).join(';');

  for (const [what, content] of [
    [
      'with semicolons, as Excel writes CSV in French or German',
      `\ufeff${semicolons(excelHeader)}\r\n${semicolons(fieldsFor('dev-1'))}\r\n`,
    ],
    [
      'whose first line tells the delimiter',
      `sep=;\r\n${semicolons(excelHeader)}\r\n${semicolons(fieldsFor('dev-1'))}\r\n`,
    ],
    [
      'as Excel’s Unicode text: tabs in UTF-16',
      Buffer.from(`\ufeff${excelHeader.join('\t')}\r\n${fieldsFor('dev-1').join('\t')}\r\n`, 'utf16le'),
    ],
    [
      'with a header in words, empty columns and spaces in lists',
      [
        excelHeader.join(',').replace('organizationSizes', 'Organization Sizes').toUpperCase(),
        csvRow({ id: 'dev-1', functions: 'reseller; partner', organizationSizes: '10-50; 51-250' }),
        '',
      ].join(',,\n'),
    ],
    [
      'with numbers as text',
      csv(csvRow({ id: 'dev-1', phone: '="0033199001234"', organizationSizes: "'10-50" })),
    ],
  ] as const) {
    it(`takes a file ${what}`, async () => {
      const { exitCode, output, errors } = await run(
        'import',
        await writtenFile(folder(), 'providers.csv', content),
      );
      assert.deepEqual([exitCode, errors], [0, '']);
      assert.match(output, /^Imported 1 provider: 1 new/);
      assert.deepEqual(await installed(), ['dev-1']);
    });
  }

  it('says what Excel did to a row, and what is no tenant id', async () => {
    const rows = [
      csvRow({ id: 'dev-1', organizationSizes: 'oct-50' }),
      csvRow({ id: 'nope' }),
      csvRow({ id: 'dev-3', phone: '3.3199E+10' }),
      csvRow({ id: 'dev-4' }),
    ];
    const file = await writtenFile(folder(), 'providers.csv', csv(...rows));
    const { exitCode, output, errors } = await run('import', file);
    assert.equal(exitCode, 1);
    assert.match(output, /^Nothing was imported: 3 of 4 rows are bad/);
    assert.match(
      errors,
      /^line 2, column organizationSizes: is a date that Excel made .* \(found "oct-50"\)$/m,
    );
    assert.match(errors, /^line 3, column id: is no tenant id: .* \(found "nope"\)$/m);
    assert.match(errors, /^line 4, column phone: is a number that Excel shortened/m);
    assert.equal((await run('import', file, '--skip-bad')).exitCode, 0);
    assert.deepEqual(await installed(), ['dev-4']);
  });

  it('stops at a broken quote with its line, whatever it is told to skip', async () => {
    const rows = [
      csvRow({ id: 'a-1' }),
      csvRow({ id: 'b-1', name: 'Con"toso' }),
      csvRow({ id: 'c-1', country: 'XX' }),
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
      errors: [
        ...header
          .split(',')
          .slice(2)
          .map((column) => `line 1, column ${column}: is missing from the header`),
        'Nothing was imported.\n',
      ].join('\n'),
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
      await run('import', await writtenFile(folder(), 'first.csv', csv(csvRow({ id: 'a-1' }))));
      const rows = Array.from({ length: 30_000 }, (_, index) => csvRow({ id: `p-${index}` }));
      const file = await writtenFile(folder(), 'long.csv', csv(csvRow({ country: 'XX' }), ...rows));
      const command = start('import', file, '--replace', '--skip-bad');
      await once(command.stderr, 'data');
      command.kill(signal);
      await once(command, 'exit');
      assert.notEqual(command.exitCode, 0);
      assert.deepEqual(await installed(), ['a-1']);
      if (signal !== 'SIGKILL')
        assert.deepEqual(await readdir(join(folder(), 'directory')), ['providers.jsonl']);
    });
  }
});
