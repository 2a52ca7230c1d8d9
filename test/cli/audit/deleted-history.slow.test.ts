import assert from 'node:assert/strict';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDesk } from '../../support/desk/built-desk.ts';
import { deskClient } from '../../support/desk/desk-client.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { runCommand } from '../../support/processes/run-command.ts';
import { until } from '../../support/processes/until.ts';

const contoso = '6b1f3c0e-2f4d-4c59-9d0a-8a1c5e7f2b34';
const fabrikam = '3b33e682-00c3-41ee-9dd2-a548adf56438';
const partner = { id: '9d0a8a1c-2f4d-4c59-9d0a-8a1c5e7f2b34', name: 'Litware' };

describe('Whoever deletes the folder of a tenant', function () {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const verify = (...args: readonly string[]) => runCommand('audit', ['verify', ...args], data());

  /** Runs the desk until it has logged what is awaited so many times. @returns its log */
  async function run(awaited: RegExp, times = 1, tenants: readonly string[] = []): Promise<string> {
    const desk = startDesk(data());
    const client = deskClient(await desk.listening, 'http://127.0.0.1:9');
    for (const tenant of tenants) assert.equal(await client.invite(tenant, partner), 202);
    await until(() => desk.lines.filter((line) => awaited.test(line)).length >= times);
    assert.equal(await desk.stop(), 0);
    return desk.lines.join('\n');
  }

  it('is noticed by verify, by what the desk kept, and by its log even if that is gone too', async () => {
    await run(/is listening/, 1, [contoso, fabrikam]);
    const log = join(folder(), 'desk.log');
    await writeFile(log, await run(/"chain head"/, 2));
    const sound = await verify('--noted', log);
    assert.match(sound.output, /desk\.log: 2 noted, of 2 tenants\n$/);
    assert.equal(sound.exitCode, 0);

    await rm(join(data(), 'tenants', fabrikam), { recursive: true });
    const noticed = await verify();
    assert.match(noticed.output, new RegExp(`tenant ${fabrikam}: nothing is left, but 1 entry ending with`));
    assert.equal(noticed.exitCode, 1);
    // The desk goes on, says so, and does not forget.
    const missing = /the history of a tenant is missing/;
    assert.match(await run(missing), new RegExp(`"tenant":"${fabrikam}".*${missing.source}`));
    assert.equal((await verify()).exitCode, 1);

    const backup = join(folder(), 'backup.tar.gz');
    assert.equal((await runCommand('backup', [backup], data())).exitCode, 0);
    const restored = join(folder(), 'restored');
    assert.equal((await runCommand('restore', [backup], restored)).exitCode, 0);
    assert.equal((await runCommand('audit', ['verify'], restored)).exitCode, 1);

    await copyFile(log, join(folder(), 'elsewhere.log'));
    await rm(join(data(), 'chain-heads.json'));
    assert.equal((await verify()).exitCode, 0);
    const proved = await verify('--noted', join(folder(), 'elsewhere.log'));
    assert.match(proved.output, new RegExp(`tenant ${fabrikam}: nothing is left, but 1 entry ending with`));
    assert.equal(proved.exitCode, 1);
  });
});
