import assert from 'node:assert/strict';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { installProviders } from '../../../src/adapters/directory/import/install-providers.ts';
import { installedDirectory } from '../../../src/adapters/directory/prepare-directory.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { auditChange } from '../../../src/application/history/audit-changes.ts';
import { exportHistory } from '../../../src/cli/audit/export-history.ts';
import { emptyChain, linkAfter } from '../../../src/domain/history/audit-chain.ts';
import type { AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import type { ExportFormat } from '../../../src/domain/history/export-format.ts';
import { invitationId, personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { timeZoneNamed, type TimeZone } from '../../../src/domain/time-zone.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import { exampleInvitation, fabrikam as inviting } from '../../support/examples/invitation-examples.ts';
import { appendAudit, auditEntry } from '../../support/examples/stored-values.ts';
import { csv, csvRow, writtenFile } from '../../support/files/directory-files.ts';
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

  async function exported(format: ExportFormat, tenant?: string, timeZone?: TimeZone) {
    const output = new PassThrough();
    const errors = new PassThrough();
    const chosen = tenant === undefined ? undefined : tenantId(tenant);
    const run = exportHistory({
      dataDirectory: folder(),
      tenant: chosen,
      format,
      timeZone,
      output,
      errors,
    });
    // Read as bytes: decoding would drop the BOM.
    const written = buffer(output);
    const exitCode = await run;
    output.end();
    errors.end();
    return { exitCode, output: (await written).toString(), errors: await text(errors) };
  }

  const rowsOf = (csv: string, delimiter = ',') =>
    z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true, delimiter }));

  it('writes each entry as a row that says who did what, when, and why', async () => {
    await keep([cancelled('Ada Lovelace', 'Not needed, “really”'), { ...auditEntry(1), at, by: 'desk' }]);
    const { exitCode, output } = await exported('csv');
    assert.equal(exitCode, 0);
    const row = { when: at, before: '', after: '', effect: '', tenant: 'contoso', partnerName: '' };
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
    assert.match(
      output,
      /^\ufeffwhen,who,id,what,partner,reference,before,after,effect,reason,tenant,partnerName\r\n/,
    );
    assert.match(output, /,"one\ntwo, ""three""",contoso,\r\n$/);
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

  describe('names the partner of each entry', () => {
    const store = () => openLowdbStore({ folder: folder(), log: recordedLog() });
    const about = (partner: string): AuditEntry['event'] => ({
      kind: 'partnerChangeRefused',
      partner: providerId(partner),
      wanted: 'changeSettings',
      why: 'role',
    });
    const append = (event: AuditEntry['event']) => auditChange(at, 'desk', event);
    const namesIn = async (format: ExportFormat = 'csv') =>
      rowsOf((await exported(format)).output).map(({ partner, partnerName }) => [partner, partnerName]);

    it('by the invitation, while a desk runs and after it was stopped', async () => {
      const desk = store();
      const invitation = { ...exampleInvitation(), partner: { ...inviting, id: providerId('partner-1') } };
      await desk.commit(contoso, [
        { type: 'put', kind: 'invitation', id: 'invitation-1', value: invitation, expected: 'absent' },
        append(cancelled('Ada', '').event),
      ]);
      assert.deepEqual(await namesIn(), [['partner-1', 'Fabrikam']]);
      await desk.close();
      assert.deepEqual(await namesIn(), [['partner-1', 'Fabrikam']]);
    });

    it('by what the tenant has of it, and by the request to it', async () => {
      const desk = store();
      const relationship = exampleRelationship();
      const { id } = relationship.partner;
      await desk.commit(contoso, [
        { type: 'put', kind: 'relationship', id, value: relationship, expected: 'absent' },
        append(about(id)),
      ]);
      await desk.close();
      assert.deepEqual(await namesIn(), [[id, 'Fabrikam']]);
    });

    it('by the directory, where nothing else names it; else not at all', async () => {
      await keep([
        { at, by: 'desk', event: about('listed-1') },
        { at, by: 'desk', event: about('other-1') },
      ]);
      assert.deepEqual(await namesIn(), [
        ['listed-1', ''],
        ['other-1', ''],
      ]);
      await installProviders({
        source: await writtenFile(
          folder(),
          'providers.csv',
          csv(csvRow({ id: 'listed-1', name: 'Conseil & Fils' })),
        ),
        target: installedDirectory(folder()),
        merge: true,
        skipBad: false,
        onProblem: () => undefined,
      });
      assert.deepEqual(await namesIn(), [
        ['listed-1', 'Conseil & Fils'],
        ['other-1', ''],
      ]);
      assert.deepEqual(await namesIn('excel-en'), await namesIn());
    });

    it('by no record that was removed or damaged', async () => {
      const desk = store();
      const value = { ...exampleInvitation(), partner: { ...inviting, id: providerId('partner-1') } };
      await desk.commit(contoso, [
        { type: 'put', kind: 'invitation', id: 'invitation-1', value, expected: 'absent' },
        append(cancelled('Ada', '').event),
      ]);
      await desk.commit(contoso, [{ type: 'delete', kind: 'invitation', id: 'invitation-1', expected: 1 }]);
      assert.deepEqual(await namesIn(), [['partner-1', '']]);
      await desk.commit(contoso, [
        { type: 'put', kind: 'invitation', id: 'invitation-1', value, expected: 'absent' },
      ]);
      await desk.close();
      const file = join(folder(), 'tenants/contoso/records/invitation/invitation-1.json');
      await writeFile(file, '{}');
      const { exitCode } = await exported('csv');
      assert.equal(exitCode, 0);
      assert.deepEqual(await namesIn(), [['partner-1', '']]);
    });

    it('in no JSON Lines, which stay as they were recorded', async () => {
      await keep([cancelled('Ada', '')]);
      assert.doesNotMatch((await exported('jsonl')).output, /partnerName|names/);
    });
  });

  for (const [format, delimiter, time] of [
    ['excel-en', ',', '2026-11-23 10:30:00'],
    ['excel-fr', ';', '23/11/2026 10:30:00'],
  ] as const) {
    it(`is a table with times of the time zone asked for, as ${format}`, async () => {
      await keep([cancelled('Zoë', 'one\ntwo; "three"')]);
      const { exitCode, output } = await exported(format, undefined, timeZoneNamed('Europe/Paris'));
      assert.equal(exitCode, 0);
      assert.equal(output.charCodeAt(0), 0xfeff);
      const [row] = rowsOf(output, delimiter);
      assert.equal(row?.['when (Europe/Paris)'], time);
      assert.equal(row['utc'], at);
      assert.equal(row['reason'], 'one\ntwo; "three"');
    });
  }
});
