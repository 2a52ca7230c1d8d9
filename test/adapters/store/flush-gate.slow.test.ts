import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlushGate } from '../../../src/adapters/store/flush-gate.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, everythingOf, putPerson } from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { until } from '../../support/processes/until.ts';

const contoso = tenantId('contoso');
const atOnce = { commitsPerJournal: 1, flushAfter: 0 };

describe('The files of a store that is in use', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();
  const open = (settings = {}) => openStore({ folder: folder(), log: recordedLog(), settings });

  /** Every file but the journals, with its content. */
  async function settledFiles(): Promise<readonly string[]> {
    const files = await filesUnder(folder());
    const settled = files.filter(({ path, isFolder }) => !isFolder && !path.includes('journal'));
    return Promise.all(
      settled.map(async ({ path }) => `${path}: ${await readFile(join(folder(), path), 'utf8')}`),
    );
  }

  it('stay unchanged while the store is quiesced, although commits go on, and are flushed afterwards', async () => {
    const store = open(atOnce);
    await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
    const resume = await store.quiesce();
    const before = await settledFiles();
    for (let number = 2; number < 30; number++) {
      await store.commit(contoso, [putPerson(`person-${number}`, 'absent'), appendAudit(number)]);
    }
    assert.deepEqual(await settledFiles(), before);

    const restarted = open();
    assert.deepEqual(await everythingOf(restarted, contoso), await everythingOf(store, contoso));
    resume();
    await until(async () => (await readdir(join(folder(), 'tenants/contoso/records/person'))).length === 29);
    await store.close();
  });

  it('may lag behind when a store has to close before they are flushed; the journals hold the rest', async () => {
    const store = open({ flushAfter: 3_600_000, closeWithin: 0 });
    const people = Array.from({ length: 500 }, (_, number) => putPerson(`person-${number}`, 'absent'));
    await Promise.all(people.map((person, number) => store.commit(contoso, [person, appendAudit(number)])));
    const stored = await everythingOf(store, contoso);
    await store.close();

    const files = await filesUnder(join(folder(), 'tenants/contoso'));
    assert.ok(files.filter(({ path }) => path.startsWith('records/person/')).length < people.length);
    const restarted = open();
    assert.deepEqual(await everythingOf(restarted, contoso), stored);
    await restarted.close();
  });

  it('are written without pauses once throttling stops', async () => {
    const gate = new FlushGate();
    const throttled = gate.throttle(3_600_000);
    gate.stopThrottling();
    await throttled;
    await gate.throttle(3_600_000);
  });

  it('can be closed while the store is quiesced', async () => {
    const store = open({ closeWithin: 10 });
    await store.commit(contoso, [appendAudit(1)]);
    await store.quiesce();
    await store.close();
    const restarted = open();
    assert.equal((await everythingOf(restarted, contoso)).audit.length, 1);
    await restarted.close();
  });
});
