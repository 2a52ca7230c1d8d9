import assert from 'node:assert/strict';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { appendAudit } from '../support/examples/stored-values.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { runCommand } from '../support/processes/run-command.ts';

describe('npm run audit', () => {
  const folder = temporaryFolder();
  const run = (...args: readonly string[]) => runCommand('audit', args, folder());

  it('verifies and exports what is in DATA_DIR', async () => {
    assert.equal((await run('verify')).output, 'There is no history yet.\n');
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    await store.commit(tenantId('contoso'), [appendAudit(1)]);
    await store.close();
    const verified = await run('verify');
    assert.match(verified.output, /^tenant contoso: 1 entry, unbroken/);
    assert.equal(verified.exitCode, 0);
    const exported = await run('export', '--tenant', 'contoso');
    assert.match(exported.output, /^when,who,/);
    assert.match(exported.output, /contactRequested,fabrikam,PD-1,/);
    assert.equal(exported.exitCode, 0);
    const french = await run('export', '--format', 'excel-fr', '--time-zone', 'Europe/Paris');
    assert.match(french.output, /^\ufeff?when \(Europe\/Paris\);who;id;what;partner;partnerName;/);
    assert.match(french.output, /^22\/11\/2026 01:00:00;Ada;ada;contactRequested;fabrikam;;PD-1;/m);
    assert.deepEqual(await run('verify'), verified, 'an export changes nothing that is verified');
  });

  it('explains itself, and ends with 2 when it is called wrongly', async () => {
    const help = await run('--help');
    assert.match(help.output, /^Usage: npm run -s audit -- verify/);
    assert.equal(help.exitCode, 0);
    for (const [args, reason] of [
      [[], /^Say what to do/],
      [['burn'], /^Unknown command: burn/],
      [['export', '--format', 'xml'], /^Unknown format: xml/],
      [['verify', '--format', 'csv'], /^Only export has a format/],
      [['verify', '--time-zone', 'UTC'], /^Only export has a time zone/],
      [['export', '--time-zone', 'Paris'], /^Unknown time zone: Paris/],
    ] as const) {
      const { exitCode, errors } = await run(...args);
      assert.match(errors, reason);
      assert.equal(exitCode, 2);
    }
  });
});
