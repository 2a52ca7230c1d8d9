import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { installedDirectory } from '../../src/adapters/directory/prepare-directory.ts';
import { importDirectory } from '../../src/cli/directory/import-directory.ts';
import { readAll, writtenFile } from '../support/files/directory-files.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { judge } from './judge.ts';
import { readAllOf, type ImportedCase } from './read-cases.ts';

interface Imported {
  readonly exit: number;
  /** Number of providers. */
  readonly imported: number;
  readonly said: string;
}

/** What is wrong with an import, in words; empty if nothing is. */
function faultsOf(expected: ImportedCase['expect'], { exit, imported, said }: Imported): readonly string[] {
  const faults = exit === expected.exit ? [] : [`exit ${exit}, right ${expected.exit}`];
  // A file that is refused changes nothing.
  const right = expected.imported ?? 0;
  if (imported !== right) faults.push(`${imported} imported, right ${right}`);
  const missing = (expected.say ?? []).filter((word) => !said.includes(word));
  return [...faults, ...missing.map((word) => `does not say “${word}”`)];
}

describe('The CSV files that people import', () => {
  const folder = temporaryFolder();

  async function importFile({ importCsv, encoding = 'utf8' }: ImportedCase['do']): Promise<Imported> {
    const file = await writtenFile(folder(), 'providers.csv', Buffer.from(importCsv, encoding));
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const exit = await importDirectory({
      file,
      replace: false,
      skipBad: false,
      dataDirectory: folder(),
      signal: new AbortController().signal,
      output,
      errors,
    });
    output.end();
    errors.end();
    const said = Buffer.concat([await buffer(output), await buffer(errors)]).toString('utf8');
    const installed = installedDirectory(folder());
    const imported = existsSync(installed) ? (await readAll(installed)).providers.length : 0;
    return { exit, imported, said };
  }

  it('are judged by exit, by what was imported, and by what is said', () => {
    const refused = { exit: 1, imported: 0, said: 'line 2: a date' };
    assert.deepEqual(faultsOf({ exit: 1, say: ['date'] }, refused), []);
    assert.equal(faultsOf({ exit: 1, say: ['UTF-8'] }, refused).length, 1);
    assert.equal(faultsOf({ exit: 0, imported: 1 }, refused).length, 2);
    assert.equal(faultsOf({ exit: 1 }, { ...refused, imported: 1 }).length, 1);
  });

  for (const input of readAllOf('imported'))
    it(`${input.id}: ${input.name}`, async () => {
      judge(input.id, faultsOf(input.expect, await importFile(input.do)));
    });
});
