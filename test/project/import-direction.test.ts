import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { ESLint } from 'eslint';

const project = resolve(import.meta.dirname, '../..');

describe('lint on the direction of imports', function () {
  // The first file that is linted makes the compiler read the whole project.
  this.timeout(120_000);

  const eslint = new ESLint({
    cwd: project,
    // With CI=true the parser expects each file once, and reads it from the disk instead of taking the text it is given.
    overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
  });

  const forbidden = [
    ['domain', 'application/ports.ts'],
    ['domain', 'i18n/messages.ts'],
    ['domain', 'botbuilder'],
    ['application', 'adapters/store/lowdb-store.ts'],
    ['application', 'i18n/messages.ts'],
    ['application', 'node:fs/promises'],
    ['i18n', 'application/ports.ts'],
    ['teams', 'adapters/store/lowdb-store.ts'],
    ['teams', 'config.ts'],
    ['http', 'teams/bot.ts'],
    ['adapters', 'teams/bot.ts'],
    ['cli', 'index.ts'],
  ] as const;

  for (const [layer, target] of forbidden) {
    it(`keeps ${target} out of src/${layer}`, async () => {
      assert.deepEqual(await refusals(layer, target), ['no-restricted-imports']);
    });
  }

  const allowed = [
    ['application', 'domain/provider.ts'],
    ['teams', 'application/ports.ts'],
    ['adapters', 'application/ports.ts'],
    ['adapters', 'node:fs/promises'],
    ['cli', 'adapters/store/lowdb-store.ts'],
  ] as const;

  for (const [layer, target] of allowed) {
    it(`lets ${target} into src/${layer}`, async () => {
      assert.deepEqual(await refusals(layer, target), []);
    });
  }

  /** The rules that refuse an import of `target` in the layer: a file of `src`, or a package. */
  async function refusals(layer: string, target: string): Promise<(string | null)[]> {
    const filePath = anyFileOf(layer);
    const depth = filePath.split(sep).length - 2;
    const specifier = target.endsWith('.ts') ? `${'../'.repeat(depth)}${target}` : target;
    const results = await eslint.lintText(`import '${specifier}';\n`, { filePath: join(project, filePath) });
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  }
});

/** Type-aware lint takes a text only under the name of a file that the project has. */
function anyFileOf(layer: string): string {
  const names = readdirSync(join(project, 'src', layer), { recursive: true, encoding: 'utf8' });
  const name = names.find((candidate) => candidate.endsWith('.ts'));
  assert.ok(name, `src/${layer} has a file`);
  return join('src', layer, name);
}
