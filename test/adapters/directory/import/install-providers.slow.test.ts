import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { RowProblem } from '../../../../src/adapters/directory/import/directory-row.ts';
import {
  CorruptDirectoryError,
  UnreadableFileError,
} from '../../../../src/adapters/directory/import/import-errors.ts';
import {
  installProviders,
  type InstallOptions,
} from '../../../../src/adapters/directory/import/install-providers.ts';
import { csv, csvRow, readAll, writtenFile } from '../../../support/files/directory-files.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';

describe('Installing providers', () => {
  const folder = temporaryFolder();
  const target = () => join(folder(), 'directory', 'providers.jsonl');
  const installed = async () =>
    (await readAll(target())).providers
      .map(({ id, city }) => `${id} ${city}`)
      .sort((one, other) => one.localeCompare(other));

  async function install(content: string | Uint8Array, options: Partial<InstallOptions> = {}) {
    const problems: RowProblem[] = [];
    const outcome = await installProviders({
      source: await writtenFile(folder(), 'source', content),
      target: target(),
      merge: true,
      skipBad: false,
      onProblem: (problem) => problems.push(problem),
      ...options,
    });
    return { outcome, problems };
  }

  it('installs every provider of a file without fault', async () => {
    const { outcome, problems } = await install(
      csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1', city: 'Paris' })),
    );
    assert.deepEqual(outcome, { installed: true, goodRows: 2, badRows: 0, updated: 0, kept: 0 });
    assert.deepEqual(problems, []);
    assert.deepEqual(await installed(), ['a-1 Lyon', 'b-1 Paris']);
  });

  it('adds to what is installed, and updates by id', async () => {
    await install(csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1' })));
    const { outcome } = await install(
      csv(csvRow({ id: 'b-1', city: 'Nice' }), csvRow({ id: 'c-1', city: 'Paris' })),
    );
    assert.deepEqual(outcome, { installed: true, goodRows: 2, badRows: 0, updated: 1, kept: 1 });
    assert.deepEqual(await installed(), ['a-1 Lyon', 'b-1 Nice', 'c-1 Paris']);
  });

  it('replaces what is installed when told to', async () => {
    await install(csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1' })));
    await install(csv(csvRow({ id: 'c-1' })), { merge: false });
    assert.deepEqual(await installed(), ['c-1 Lyon']);
  });

  it('installs nothing while a row is bad, and reports every bad row', async () => {
    await install(csv(csvRow({ id: 'a-1' })));
    const bad = [
      csvRow({ id: 'b-1', country: 'XX' }),
      csvRow({ id: 'c-1' }),
      csvRow({ id: 'd-1', email: '?' }),
      csvRow({ id: 'c-1' }),
    ];
    const { outcome, problems } = await install(csv(...bad), { merge: false });
    assert.deepEqual(outcome, { installed: false, goodRows: 1, badRows: 3, updated: 0, kept: 0 });
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [2, 'country'],
        [4, 'email'],
        [5, 'id'],
      ],
    );
    assert.equal(problems[2]?.reason, 'is already that of line 3');
    assert.deepEqual(await installed(), ['a-1 Lyon']);
  });

  it('installs the good rows when told to skip bad ones', async () => {
    const rows = [
      csvRow({ id: 'a-1', country: 'XX' }),
      csvRow({ id: 'b-1' }),
      csvRow({ id: 'b-1', city: 'Nice' }),
      csvRow({ id: 'c-1' }),
    ];
    const { outcome, problems } = await install(csv(...rows), { skipBad: true });
    assert.deepEqual(outcome, { installed: true, goodRows: 2, badRows: 2, updated: 0, kept: 0 });
    assert.equal(problems.length, 2);
    assert.deepEqual(await installed(), ['b-1 Lyon', 'c-1 Lyon']);
  });

  it('never empties the directory', async () => {
    await install(csv(csvRow({ id: 'a-1' })));
    for (const content of ['[]', csv(), csv('bad')]) {
      const { outcome } = await install(content, { merge: false, skipBad: true });
      assert.equal(outcome.installed, false);
    }
    await assert.rejects(install('', { merge: false, skipBad: true }), UnreadableFileError);
    assert.deepEqual(await installed(), ['a-1 Lyon']);
  });

  it('changes nothing and leaves nothing behind when it is interrupted', async () => {
    await install(csv(csvRow({ id: 'a-1' })));
    const interruption = new AbortController();
    const rows = Array.from({ length: 3000 }, (_, index) => csvRow({ id: `p-${index}` }));
    const onBytes = () => {
      interruption.abort();
    };
    await assert.rejects(install(csv(...rows), { signal: interruption.signal, onBytes }), {
      name: 'AbortError',
    });
    assert.deepEqual(await installed(), ['a-1 Lyon']);
    assert.deepEqual(await readdir(dirname(target())), ['providers.jsonl']);
  });

  it('changes nothing and leaves nothing behind when the file turns out to be broken at its end', async () => {
    await install(csv(csvRow({ id: 'a-1' })));
    await assert.rejects(install('[{}, {}', { skipBad: true }), UnreadableFileError);
    assert.deepEqual(await readdir(dirname(target())), ['providers.jsonl']);
    assert.deepEqual(await installed(), ['a-1 Lyon']);
  });

  it('does not add to a directory that is corrupt, but replaces it', async () => {
    await mkdir(dirname(target()));
    await writeFile(target(), '{"id":"a"}\n');
    await assert.rejects(install(csv(csvRow())), CorruptDirectoryError);
    assert.equal(await readFile(target(), 'utf8'), '{"id":"a"}\n');
    await install(csv(csvRow({ id: 'b-1' })), { merge: false });
    assert.deepEqual(await installed(), ['b-1 Lyon']);
  });

  it('takes any bytes as a file: what is installed changes only when every row of it is good', async () => {
    const before = csv(csvRow({ id: 'before-1' }));
    const fragments = fc.constantFrom(
      ...[
        '"',
        '\n',
        '\r\n',
        ',',
        ';',
        '[',
        ']',
        '{',
        '}',
        '\\',
        '\ufeff',
        'é',
        ...csv(csvRow()).split(/(?<=,)/),
      ],
    );
    const spoiled = fc
      .tuple(fc.nat({ max: 900 }), fc.nat({ max: 20 }), fc.array(fragments, { maxLength: 6 }))
      .map(([at, removed, inserted]) => {
        const text = csv(csvRow({ id: 'a-1' }), csvRow({ id: 'b-1' }), csvRow({ id: 'c-1' }));
        return Buffer.from(text.slice(0, at) + inserted.join('') + text.slice(at + removed));
      });
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(fragments, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
      spoiled,
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        await install(before, { merge: false });
        const result = await install(bytes, { merge: false }).catch((error: unknown) => error);
        const problems =
          result instanceof UnreadableFileError
            ? result.problems
            : (result as Awaited<ReturnType<typeof install>>).problems;
        const after = await installed();
        assert.deepEqual(await readdir(dirname(target())), ['providers.jsonl']);
        if (problems.length > 0) assert.deepEqual(after, ['before-1 Lyon']);
        else assert.ok(after.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});
