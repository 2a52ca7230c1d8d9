import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDesk, withoutContactLimits, type DeskProcess } from '../support/desk/built-desk.ts';
import { deskClient } from '../support/desk/desk-client.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { checkAcknowledged } from '../support/killed-desk/check-after-kill.ts';
import { emptyLedger, type Ledger } from '../support/killed-desk/ledger.ts';
import { putUnderLoad, verify } from '../support/killed-desk/put-under-load.ts';
import { storedAfterKill } from '../support/killed-desk/stored-after-kill.ts';
import { runCommand } from '../support/processes/run-command.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

describe('A data folder in use', function () {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const tenant = randomUUID();
  let connector: Awaited<ReturnType<typeof openConnector>>;
  const desks: DeskProcess[] = [];

  beforeEach(async () => {
    connector = await openConnector();
    await mkdir(join(folder(), 'scratch'));
  });
  afterEach(async () => {
    await Promise.all(desks.splice(0).map((desk) => desk.kill()));
    await connector.close();
  });

  async function start(dataDirectory: string) {
    const desk = startDesk(dataDirectory, withoutContactLimits);
    desks.push(desk);
    const url = await desk.listening;
    const client = deskClient(url, connector.serviceUrl);
    await until(async () => (await client.ready()).status === 200);
    return { desk, url, client };
  }

  function load(url: string, ledger: Ledger, killed: AbortSignal): Promise<void> {
    const { serviceUrl, taken } = connector;
    const places = { dataDirectory: data(), scratch: join(folder(), 'scratch') };
    return putUnderLoad({
      url,
      serviceUrl,
      taken,
      ...places,
      ledger,
      tenant,
      name: '0-0',
      random: Math.random,
      killed,
    });
  }

  it('is backed up while its desk is under load: what was acknowledged before is in it, and a desk on it answers the same', async () => {
    const { url } = await start(data());
    const ledger = emptyLedger();
    const over = new AbortController();
    const loading = load(url, ledger, over.signal);
    await until(() => ledger.decisions.size >= 2 && ledger.requests.size >= 2);
    const before = {
      ...ledger,
      decisions: new Map(ledger.decisions),
      requests: new Map(ledger.requests),
    };
    const file = join(folder(), 'kept.tar.gz');
    const backup = await runCommand('backup', [file], data());
    const requests = ledger.requests.size;
    await until(() => ledger.requests.size > requests);
    over.abort();
    await loading;
    assert.deepEqual(backup.exitCode, 0, backup.errors);

    const restored = join(folder(), 'restored');
    assert.equal((await runCommand('restore', [file], restored)).exitCode, 0);
    await verify(restored);
    checkAcknowledged(before, await storedAfterKill(restored, join(folder(), 'copy')));
    const again = await start(restored);
    for (const [invitation] of before.decisions) {
      const text = await again.client.press({ tenant, person: 'adele' }, 'invitation.open', { invitation });
      assert.match(text, /(?:authorized|cancelled) it on/);
    }
  });

  it('takes no second desk, which says who is there; after the first was killed it takes the next', async () => {
    const { desk } = await start(data());
    const second = startDesk(data());
    assert.equal(await second.ended, 1);
    assert.match(
      second.lines.join('\n'),
      new RegExp(`in use by process ${desk.child.pid} \\(desk\\) on .*, since 20`),
    );
    await desk.kill();
    await start(data());
  });

  it('of a newer desk is refused with what to do', async () => {
    const { desk } = await start(data());
    await desk.stop();
    await writeFile(join(data(), 'data-version.json'), '{"schemaVersion":99}');
    const refused = startDesk(data());
    assert.equal(await refused.ended, 1);
    assert.match(refused.lines.join('\n'), /written by a newer Partner Desk.*Run the newer one/);
  });
});
