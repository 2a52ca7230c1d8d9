import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { temporaryFolder } from '../support/files/temporary-folder.ts';

const project = resolve(import.meta.dirname, '../..');

describe('the rules of lint that are our own', () => {
  const folder = temporaryFolder();

  /** Without rules that need types: loading the whole project takes half a minute. */
  const ownRules = ['project/folder-size', 'no-restricted-syntax', 'max-lines'];
  const eslint = () =>
    new ESLint({
      cwd: project,
      overrideConfig: { languageOptions: { parserOptions: { project: null } } },
      ruleFilter: ({ ruleId }) => ownRules.includes(ruleId),
    });

  async function refusals(text: string, file: string): Promise<readonly (string | null)[]> {
    const results = await eslint().lintText(text, { filePath: join(project, file) });
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }

  for (const call of ["store.get(tenant, 'person', id)", 'services.store.commit(tenant, [])']) {
    it(`leave “${call}” to use cases`, async () => {
      assert.deepEqual(await refusals(`${call};\n`, 'src/teams/turn/any.ts'), ['no-restricted-syntax']);
      assert.deepEqual(await refusals(`${call};\n`, 'src/application/partners/any.ts'), []);
    });
  }

  for (const time of ['Date.now()', 'new Date()']) {
    it(`take “${time}” from no clock but the port`, async () => {
      assert.deepEqual(await refusals(`${time};\n`, 'src/domain/any.ts'), ['no-restricted-syntax']);
      assert.deepEqual(await refusals(`${time};\n`, 'src/adapters/system/any.ts'), []);
    });
  }

  it('let no file of src grow beyond 220 lines of code', async () => {
    const lines = (count: number) => 'export {};\n'.repeat(count);
    assert.deepEqual(await refusals(lines(220), 'src/domain/any.ts'), []);
    assert.deepEqual(await refusals(lines(221), 'src/domain/any.ts'), ['max-lines']);
  });

  it('let no folder grow beyond 20 files', async () => {
    assert.deepEqual(await refusalsInFolderOf(20), []);
    assert.deepEqual(await refusalsInFolderOf(21), ['project/folder-size']);
  });

  async function refusalsInFolderOf(count: number): Promise<readonly (string | null)[]> {
    const source = join(folder(), String(count), 'src');
    await mkdir(source, { recursive: true });
    for (let file = 0; file < count; file += 1) await writeFile(join(source, `file-${file}.ts`), '');
    const elsewhere = new ESLint({
      cwd: join(folder(), String(count)),
      overrideConfigFile: join(project, 'eslint.config.js'),
      overrideConfig: { languageOptions: { parserOptions: { project: null } } },
      ruleFilter: ({ ruleId }) => ownRules.includes(ruleId),
    });
    const results = await elsewhere.lintText('', { filePath: join(source, 'file-0.ts') });
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }
});
