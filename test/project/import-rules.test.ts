import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import rules from './import-rules.js';

/** An import of a file or package, and the rule that forbids it, if any. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly refusedBy?: string;
  /** Whether the imported file imports this one too. */
  readonly isCycle?: true;
}

const imports: readonly Import[] = [
  { from: 'domain/country.ts', to: 'application/ports/store.ts', refusedBy: 'layers' },
  { from: 'domain/language.ts', to: 'i18n/messages.ts', refusedBy: 'layers' },
  { from: 'application/runtime/retry.ts', to: 'adapters/store/lowdb-store.ts', refusedBy: 'layers' },
  { from: 'application/runtime/limit.ts', to: 'i18n/messages.ts', refusedBy: 'layers' },
  { from: 'i18n/format.ts', to: 'application/ports/clock.ts', refusedBy: 'layers' },
  { from: 'teams/cards/render.ts', to: 'adapters/store/lowdb-store.ts', refusedBy: 'layers' },
  { from: 'teams/turn/turn.ts', to: 'config/load-config.ts', refusedBy: 'layers' },
  { from: 'http/server.ts', to: 'teams/bot/bot.ts', refusedBy: 'layers' },
  { from: 'adapters/mail/smtp-mail.ts', to: 'teams/bot/bot.ts', refusedBy: 'layers' },
  { from: 'config/variables.ts', to: 'cli/start.ts', refusedBy: 'layers' },
  { from: 'cli/invite.ts', to: 'index.ts', refusedBy: 'layers' },
  { from: 'http/listen.ts', to: 'desk.ts', refusedBy: 'layers' },
  {
    from: 'application/invitations/decide.ts',
    to: 'application/partners/list-partners.ts',
    refusedBy: 'tower',
  },
  { from: 'application/contact/send.ts', to: 'application/history/audit-changes.ts', refusedBy: 'tower' },
  { from: 'application/ports/mail.ts', to: 'application/runtime/logging.ts', refusedBy: 'tower' },
  { from: 'teams/partners/show-partners.ts', to: 'teams/reviews/show-review.ts', refusedBy: 'tower' },
  { from: 'teams/cards/text.ts', to: 'teams/turn/turn.ts', refusedBy: 'tower' },
  { from: 'domain/invitations/invitation.ts', to: 'domain/history/audit-entry.ts', refusedBy: 'tower' },
  { from: 'domain/identifiers.ts', to: 'domain/partners/relationship.ts', refusedBy: 'ground' },
  { from: 'domain/partners/one.ts', to: 'domain/partners/other.ts', refusedBy: 'no cycles', isCycle: true },
  { from: 'domain/actor.ts', to: 'botbuilder', refusedBy: 'no frameworks' },
  { from: 'application/history/export.ts', to: 'node:fs/promises', refusedBy: 'no input or output' },
  { from: 'teams/history/file-cards.ts', to: 'botbuilder', refusedBy: 'Bot Framework SDK' },

  { from: 'application/providers/find.ts', to: 'domain/providers/provider.ts' },
  { from: 'application/reviews/start.ts', to: 'application/partners/open-partner.ts' },
  { from: 'teams/invitations/show.ts', to: 'application/ports/store.ts' },
  { from: 'adapters/roles/roles.ts', to: 'application/ports/authority.ts' },
  { from: 'adapters/upload/upload.ts', to: 'node:fs/promises' },
  { from: 'cli/backup.ts', to: 'adapters/store/lowdb-store-files.ts' },
  { from: 'teams/channel/adapter.ts', to: 'botbuilder' },
  { from: 'index.ts', to: 'desk-parts.ts' },
];

describe('the rules of imports', () => {
  let folder: string;
  let violations: readonly { readonly from: string; readonly rule: string }[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-rules-'));
    await symlink(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
    await writeFile(join(folder, 'tsconfig.json'), '{}');
    for (const { from, to, isCycle } of imports) {
      if (isFile(to))
        await write(folder, to, isCycle ? importing(relativeImport(to, from)) : 'export type T = 1;\n');
    }
    for (const { from, to } of imports) {
      await write(folder, from, importing(isFile(to) ? relativeImport(from, to) : to));
    }
    const { output } = await cruise(['src'], {
      ...rules.options,
      baseDir: folder,
      tsConfig: { fileName: join(folder, 'tsconfig.json') },
      validate: true,
      ruleSet: { forbidden: rules.forbidden },
    });
    violations = (output as ICruiseResult).summary.violations.map(({ from, rule }) => ({
      from: from.replace(/^src\//, ''),
      rule: rule.name,
    }));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const { from, to, refusedBy } of imports) {
    const title =
      refusedBy === undefined
        ? `let src/${from} import ${to}`
        : `keep ${to} out of src/${from}: ${refusedBy}`;
    it(title, () => {
      const refusals = violations.filter((violation) => violation.from === from).map(({ rule }) => rule);
      assert.deepEqual(refusals, refusedBy === undefined ? [] : [refusedBy]);
    });
  }
});

function isFile(name: string): boolean {
  return name.endsWith('.ts');
}

/** Type-only, because a rule that ignored those would miss half of the imports. */
function importing(specifier: string): string {
  return `import type { T } from '${specifier}';\nexport type U = T;\n`;
}

function relativeImport(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

async function write(folder: string, name: string, text: string): Promise<void> {
  const file = join(folder, 'src', name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
