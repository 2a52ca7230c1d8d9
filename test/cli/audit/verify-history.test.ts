import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { verifyHistory } from '../../../src/cli/audit/verify-history.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, putPerson } from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');

/** The journal is not flushed by itself during a test. */
const settings = { commitsPerJournal: 1000, flushAfter: 3_600_000, entriesPerSegment: 4 };

describe('npm run audit -- verify', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();
  const inContoso = (...path: string[]) => join(folder(), 'tenants/contoso', ...path);
  const segment = (number: number) => inContoso('entries/audit', `00000${number}.jsonl`);
  const open = () => openStore({ folder: folder(), log: recordedLog(), settings });

  /** Nine entries in three files of a desk that was stopped. */
  beforeEach(async () => {
    const store = open();
    for (let number = 1; number <= 9; number++) await store.commit(contoso, [appendAudit(number)]);
    await store.commit(fabrikam, [appendAudit(1)]);
    await store.close();
  });

  async function verify(asked: { readonly tenant?: string; readonly noted?: string } = {}) {
    const output = new PassThrough();
    const errors = new PassThrough();
    const exitCode = await verifyHistory({
      dataDirectory: folder(),
      tenant: asked.tenant === undefined ? undefined : tenantId(asked.tenant),
      noted: asked.noted,
      output,
      errors,
    });
    output.end();
    errors.end();
    return { exitCode, report: (await text(output)) + (await text(errors)) };
  }

  async function linesOf(file: string): Promise<string[]> {
    return (await readFile(file, 'utf8')).trimEnd().split('\n');
  }

  async function rewrite(file: string, change: (lines: readonly string[]) => readonly string[]) {
    const lines = change(await linesOf(file));
    await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  }

  async function newestHash(): Promise<string> {
    const { report } = await verify({ tenant: 'contoso' });
    return /newest hash (\S+)/.exec(report)?.[1] ?? '';
  }

  it('finds nothing wrong with what the desk wrote, tenant by tenant', async () => {
    const { exitCode, report } = await verify();
    assert.equal(exitCode, 0);
    assert.match(
      report,
      /^tenant contoso: 9 entries, unbroken, newest hash \S{43}\ntenant fabrikam: 1 entry, unbroken, newest hash \S{43}\n$/,
    );
  });

  it('finds nothing wrong with a desk that is running, or was killed', async () => {
    const running = open();
    await running.commit(contoso, [appendAudit(10), putPerson('ada', 'absent'), appendAudit(11)]);
    assert.match((await verify({ tenant: 'contoso' })).report, /^tenant contoso: 11 entries, unbroken/);
    const restarted = open();
    await restarted.commit(contoso, [appendAudit(12)]);
    const { exitCode, report } = await verify({ tenant: 'contoso' });
    assert.match(report, /^tenant contoso: 12 entries, unbroken/);
    assert.equal(exitCode, 0);
    await restarted.close();
  });

  for (const { title, tamper, finds } of [
    {
      title: 'a changed digit',
      tamper: () => rewrite(segment(2), (lines) => lines.map((line) => line.replace('PD-6', 'PD-7'))),
      finds: ['entry 6 was changed (000002.jsonl:2)'],
    },
    {
      title: 'a changed name in the newest entry',
      tamper: () => rewrite(segment(3), (lines) => lines.map((line) => line.replace('"Ada"', '"Eve"'))),
      finds: ['entry 9 was changed (000003.jsonl:1)'],
    },
    {
      title: 'a changed checksum, for which the desk would not answer with the entry',
      tamper: () => rewrite(segment(2), ([five = '', ...rest]) => [five.replace(/m":"./, 'm":"_'), ...rest]),
      finds: ['the line of entry 5 has a wrong checksum (000002.jsonl:1)'],
    },
    {
      title: 'a removed line',
      tamper: () => rewrite(segment(1), (lines) => lines.toSpliced(2, 1)),
      finds: ['entry 3 was removed (000001.jsonl:2)'],
    },
    {
      title: 'the first line removed',
      tamper: () => rewrite(segment(1), (lines) => lines.slice(1)),
      finds: ['entry 1 was removed (000001.jsonl:1)'],
    },
    {
      title: 'two lines swapped',
      tamper: () => rewrite(segment(2), ([five = '', six = '', ...rest]) => [six, five, ...rest]),
      finds: ['entry 5 was moved: it comes after a later one (000002.jsonl:2)'],
    },
    {
      title: 'a line repeated',
      tamper: () => rewrite(segment(1), ([one = '', ...rest]) => [one, one, ...rest]),
      finds: ['entry 1 is repeated here (000001.jsonl:2)'],
    },
    {
      title: 'a line that is no longer an entry',
      tamper: () => rewrite(segment(1), (lines) => lines.with(1, 'nothing')),
      finds: ['expected entry 2, found something that is not an entry (000001.jsonl:2)'],
    },
    {
      title: 'the end cut off',
      tamper: () => rm(segment(3)),
      finds: ['entry 9 was removed (000002.jsonl:4)'],
    },
    {
      title: 'a whole file removed',
      tamper: () => rm(segment(2)),
      finds: ['entries 5 to 8 were removed (000001.jsonl:4)'],
    },
    {
      title: 'everything removed',
      tamper: () => rm(inContoso('entries'), { recursive: true }),
      finds: ['entries 1 to 9 were removed (JOURNAL:1)'],
    },
    {
      title: 'a change in one place and a removal in another',
      tamper: async () => {
        await rewrite(segment(1), (lines) => lines.map((line) => line.replace('PD-2', 'PD-3')));
        await rewrite(segment(2), (lines) => lines.slice(0, 2));
      },
      finds: ['entry 2 was changed (000001.jsonl:2)', 'entries 7 to 8 were removed (000002.jsonl:2)'],
    },
  ]) {
    it(`finds ${title}, and says which and where`, async () => {
      await tamper();
      const { exitCode, report } = await verify({ tenant: 'contoso' });
      const found = report.split('\n').slice(0, -2);
      assert.deepEqual(
        found.map((line) =>
          line
            .replaceAll(`${inContoso('entries/audit')}/`, '')
            .replace(/\(\S+journal\/\d+\.jsonl/, '(JOURNAL'),
        ),
        finds.map((flaw) => `tenant contoso: ${flaw}`),
      );
      assert.match(report, new RegExp(`\\d+ entries, ${finds.length} flaws?[,\n]`));
      assert.equal(exitCode, 1);
      assert.equal((await verify({ tenant: 'fabrikam' })).exitCode, 0);
    });
  }

  it('finds what was changed or removed in the journal of a desk that is running', async () => {
    const running = open();
    for (const number of [10, 11, 12]) await running.commit(contoso, [appendAudit(number)]);
    const [journal = ''] = (await readdir(inContoso('journal'))).toSorted().slice(-1);
    const file = inContoso('journal', journal);
    const sound = await readFile(file, 'utf8');
    await writeFile(file, sound.replace('PD-11', 'PD-99'));
    assert.match((await verify()).report, /entry 11 was changed \(\S+journal\/\d+\.jsonl:3\)/);
    await rewrite(file, (lines) => lines.toSpliced(2, 1));
    assert.match((await verify()).report, /entry 11 was removed/);
    await writeFile(file, sound);
    await running.close();
  });

  it('reports that the record of the length of the history is missing', async () => {
    await rm(inContoso('journal'), { recursive: true });
    const { exitCode, report } = await verify();
    assert.match(report, /tenant contoso: the journal is missing/);
    assert.equal(exitCode, 1);
  });

  it('detects by a noted hash that the end was truncated together with the record of the length', async () => {
    const noted = await newestHash();
    const [line = ''] = (await linesOf(segment(2))).slice(-1);
    const { link } = JSON.parse(line) as { link: { number: number; hash: string } };
    await rm(segment(3));
    const [journal = ''] = await readdir(inContoso('journal'));
    const head = JSON.stringify({ count: link.number, hash: link.hash });
    await rewrite(inContoso('journal', journal), (lines) =>
      lines.map((header) => header.replace(/\{"count".*?\}/, head)),
    );
    assert.equal((await verify()).exitCode, 0);
    const { exitCode, report } = await verify({ noted });
    assert.match(report, /is no longer in the chain: the history was truncated or rewritten/);
    assert.equal(exitCode, 1);
  });

  it('finds a noted hash again when the history has gone on', async () => {
    const noted = await newestHash();
    const store = open();
    await store.commit(contoso, [appendAudit(10)]);
    await store.close();
    assert.equal((await verify({ noted })).exitCode, 0);
  });

  it('says so where there is nothing of a tenant', async () => {
    const { exitCode, report } = await verify({ tenant: 'nobody' });
    assert.match(report, /holds nothing of tenant nobody/);
    assert.equal(exitCode, 1);
  });
});
