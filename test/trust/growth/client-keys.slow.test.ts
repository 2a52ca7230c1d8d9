import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { insert } from '../../../src/application/ports/changes.ts';
import { createDurableQueue } from '../../../src/application/runtime/durable-queue.ts';
import { chatLimits } from '../../../src/application/notifications/post-limits.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of the heap that are in use. */
function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const million = 1_000_000;

describe('what is held in memory under keys that clients choose', () => {
  const folder = temporaryFolder();

  it('of posts: nothing about a chat that got none for an hour', async () => {
    const time = movingTime(monday);
    const queue = createDurableQueue(
      { ...time, store: { tenants: () => Promise.resolve([]) }, log: recordedLog() },
      {
        itemName: 'post',
        findPending: async function* () {
          // Nothing is left of an earlier process.
        },
        attempt: () => Promise.resolve(undefined),
        backoff: () => 1000,
        pool: { isPerTenant: true, maxRunning: 10, rate: [] },
        groupRate: () => chatLimits,
      },
    );
    async function postToNewChats(round: number): Promise<void> {
      for (let chat = 0; chat < 10_000; chat += 1)
        await queue.enqueue(tenantId('contoso'), {
          id: `${round} ${chat}`,
          group: `group chat ${round} ${chat}`,
        });
      await time.pass(3_700_000);
    }
    await postToNewChats(0);
    const before = heap();
    for (let round = 1; round <= 6; round += 1) await postToNewChats(round);
    const grown = heap() - before;
    assert.ok(grown < 8 * million, `${grown} bytes for 60,000 chats`);
    await queue.stop();
  });

  it('of texts: those of the languages and time zones used last', () => {
    const zones = Intl.supportedValuesOf('timeZone').map(timeZoneNamed);
    const all = zones.map((zone) => messagesIn('en', zone));
    assert.ok(messagesIn('en', zones.at(-1)) === all.at(-1), 'the last is still held');
    assert.ok(messagesIn('en', zones[0]) !== all[0], 'the first is composed anew');
  });

  it('of countries: no more than there can be codes', () => {
    const { country } = messagesIn('fr').format;
    assert.equal(country('FR'), 'France');
    const before = heap();
    for (let number = 0; number < 100_000; number += 1) country(`country ${number}`.padEnd(200, 'x'));
    const grown = heap() - before;
    assert.ok(grown < 8 * million, `${grown} bytes for 100,000 countries`);
  });

  it('of tenants: only those that have something stored', async () => {
    const store = openLowdbStore({ folder: folder(), log: recordedLog() });
    const ask = async (number: number) => store.get(tenantId(`tenant-${number}`), 'person', 'ada');
    await ask(0);
    const before = heap();
    for (let number = 1; number <= 3000; number += 1) assert.equal(await ask(number), undefined);
    const grown = heap() - before;
    assert.ok(grown < 4 * million, `${grown} bytes for 3,000 tenants`);
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const contoso = tenantId('contoso');
        const value = { id: personId(`person-${index}`) };
        await store.get(contoso, 'person', value.id);
        await store.commit(contoso, [insert('person', value.id, value)]);
        assert.deepEqual((await store.get(contoso, 'person', value.id))?.value, value);
      }),
    );
    await store.close();
  });
});
