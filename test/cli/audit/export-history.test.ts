import assert from 'node:assert/strict';
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { auditChange } from '../../../src/application/history/audit-changes.ts';
import { exportHistory } from '../../../src/cli/audit/export-history.ts';
import { emptyChain, linkAfter } from '../../../src/domain/history/audit-chain.ts';
import type { AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import type { ExportFormat } from '../../../src/domain/history/export-format.ts';
import { invitationId, personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { appendAudit, auditEntry } from '../../support/examples/stored-values.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');
const at = instantFrom(Date.UTC(2026, 10, 23, 9, 30));

const cancelled = (name: string, reason: string): AuditEntry => ({
  at,
  by: { person: personId('ada'), name },
  event: {
    kind: 'invitationCancelled',
    invitation: invitationId('invitation-1'),
    partner: providerId('partner-1'),
    function: 'reseller',
    reason,
  },
});

describe('npm run audit -- export', () => {
  const folder = temporaryFolder();

  async function keep(entries: readonly AuditEntry[], tenant = contoso) {
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    await store.commit(
      tenant,
      entries.map(({ at: when, by, event }) => auditChange(when, by, event)),
    );
    await store.close();
  }

  async function exported(format: ExportFormat, tenant?: string) {
    const output = new PassThrough();
    const errors = new PassThrough();
    const chosen = tenant === undefined ? undefined : tenantId(tenant);
    const run = exportHistory({ dataDirectory: folder(), tenant: chosen, format, output, errors });
    // Read as bytes: decoding would drop the BOM.
    const written = buffer(output);
    const exitCode = await run;
    output.end();
    errors.end();
    return { exitCode, output: (await written).toString(), errors: await text(errors) };
  }

  const rowsOf = (csv: string) =>
    z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }));

  it('writes each entry as a row that says who did what, when, and why', async () => {
    await keep([cancelled('Ada Lovelace', 'Not needed, “really”'), { ...auditEntry(1), at, by: 'desk' }]);
    const { exitCode, output } = await exported('csv');
    assert.equal(exitCode, 0);
    const row = { when: at, before: '', after: '', effect: '', tenant: 'contoso' };
    assert.deepEqual(rowsOf(output), [
      {
        ...row,
        who: 'Ada Lovelace',
        id: 'ada',
        what: 'invitationCancelled',
        partner: 'partner-1',
        reference: 'invitation-1',
        reason: 'Not needed, “really”',
      },
      {
        ...row,
        who: 'desk',
        id: '',
        what: 'contactRequested',
        partner: 'fabrikam',
        reference: 'PD-1',
        reason: '',
      },
    ]);
  });

  it('says what was before and after', async () => {
    const summary = {
      functions: ['reseller', 'partner'],
      delegatedAdmin: 'active',
      roles: ['role-1'],
    } as const;
    const event = {
      kind: 'delegatedAdminRemoved',
      partner: providerId('partner-1'),
      effect: 'inEffect',
    } as const;
    const after = { ...summary, delegatedAdmin: 'removed', roles: [] } as const;
    await keep([{ at, by: 'desk', event: { ...event, before: summary, after } }]);
    const [row] = rowsOf((await exported('csv')).output);
    assert.equal(row?.['before'], 'functions: reseller partner; delegatedAdmin: active; roles: role-1');
    assert.equal(row['after'], 'functions: reseller partner; delegatedAdmin: removed; roles: ');
  });

  it('is CSV as Excel opens it: a BOM, a header, lines that end in CR LF', async () => {
    await keep([cancelled('Zoë “Ada” Łukasz', 'one\ntwo, "three"')]);
    const { output } = await exported('csv');
    assert.equal(output.charCodeAt(0), 0xfeff);
    assert.match(output, /^\ufeffwhen,who,id,what,partner,reference,before,after,effect,reason,tenant\r\n/);
    assert.match(output, /,"one\ntwo, ""three""",contoso\r\n$/);
  });

  for (const formula of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("https://evil.example")',
  ]) {
    it(`lets no cell be a formula: ${JSON.stringify(formula)}`, async () => {
      await keep([cancelled(formula, formula)]);
      const [row] = rowsOf((await exported('csv')).output);
      assert.equal(row?.['who'], `'${formula}`);
      assert.equal(row['reason'], `'${formula}`);
    });
  }

  it('writes everything that was recorded as JSON Lines', async () => {
    await keep([cancelled('=1+1', 'why'), auditEntry(1)]);
    const { exitCode, output } = await exported('jsonl');
    const first = linkAfter(emptyChain, cancelled('=1+1', 'why'));
    assert.deepEqual(
      output
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
      [
        { tenant: 'contoso', link: first, entry: cancelled('=1+1', 'why') },
        {
          tenant: 'contoso',
          link: linkAfter({ count: 1, hash: first.hash }, auditEntry(1)),
          entry: auditEntry(1),
        },
      ],
    );
    assert.equal(exitCode, 0);
  });

  it('exports one tenant alone when asked to', async () => {
    await keep([auditEntry(1)]);
    await keep([auditEntry(2)], fabrikam);
    const references = async (tenant?: string) =>
      rowsOf((await exported('csv', tenant)).output).map(({ reference }) => reference);
    assert.deepEqual(await references(), ['PD-1', 'PD-2']);
    assert.deepEqual(await references('fabrikam'), ['PD-2']);
    assert.deepEqual(await exported('csv', 'nobody'), {
      exitCode: 1,
      output: '',
      errors: `${folder()} holds nothing of tenant nobody.\n`,
    });
  });

  it('has what a running desk just stored', async () => {
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    await store.commit(contoso, [appendAudit(1)]);
    assert.equal(rowsOf((await exported('csv')).output).length, 1);
    await store.close();
  });

  it('leaves out what is no entry, says where it stands, and ends with 1', async () => {
    await keep([auditEntry(1), auditEntry(2)]);
    const segments = join(folder(), 'tenants/contoso/entries/audit');
    const [file = ''] = await readdir(segments);
    await appendFile(join(segments, file), 'corrupt\n');
    assert.equal((await exported('csv')).exitCode, 0, 'what stands beyond the history is none of it');
    const journal = join(folder(), 'tenants/contoso/journal');
    const [journalFile = ''] = await readdir(journal);
    await appendFile(join(journal, journalFile), 'corrupt\n');
    const { exitCode, output, errors } = await exported('csv');
    assert.equal(rowsOf(output).length, 2);
    assert.match(errors, /journal\/\d+\.jsonl:2: skipped, not an entry of this desk/);
    assert.equal(exitCode, 1);
  });
});
