import assert from 'node:assert/strict';
import { watchChainHeads } from '../../../src/application/history/watch-chain-heads.ts';
import type { KnownHead } from '../../../src/application/ports/known-heads.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { appendAudit } from '../../support/examples/stored-values.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');
const hour = 3_600_000;

/** A desk on this store, with what it kept when it last ran. */
function watching(store: Store, known: readonly KnownHead[] = []) {
  const time = movingTime(monday);
  const log = recordedLog();
  const kept = { heads: known };
  const knownHeads = {
    read: () => Promise.resolve(kept.heads),
    write: (heads: readonly KnownHead[]) => {
      kept.heads = heads;
      return Promise.resolve();
    },
  };
  const watch = watchChainHeads({ store, ...time, log, knownHeads });
  const counts = () => kept.heads.map(({ tenant, count }) => [tenant, count]);
  return { time, log, kept, counts, watch };
}

async function storeWith(...tenants: readonly (typeof contoso)[]): Promise<Store> {
  const store = memoryStore();
  for (const tenant of tenants) await store.commit(tenant, [appendAudit(1)]);
  return store;
}

describe('The chain heads of all tenants', () => {
  it('are logged at the start and daily, with nothing of what the history says', async () => {
    const store = await storeWith(contoso, fabrikam);
    const { time, log } = watching(store);
    await time.settle();
    assert.deepEqual(log.lines, ['info chain head', 'info chain head']);
    const { hash } = await store.head(contoso, 'audit');
    assert.ok(log.everything().includes(JSON.stringify({ tenant: contoso, entries: 1, hash })));
    assert.doesNotMatch(log.everything(), /Ada|PD-1/);
    await time.pass(23 * hour);
    assert.equal(log.lines.length, 2);
    await time.pass(hour);
    assert.equal(log.lines.length, 4);
  });

  it('are kept hourly and when the desk stops', async () => {
    const store = await storeWith(contoso);
    const { time, counts, watch } = watching(store);
    await time.settle();
    await store.commit(contoso, [appendAudit(2)]);
    await store.commit(fabrikam, [appendAudit(1)]);
    assert.deepEqual(counts(), [[contoso, 1]]);
    await time.pass(hour);
    assert.deepEqual(counts(), [
      [contoso, 2],
      [fabrikam, 1],
    ]);
    await store.commit(contoso, [appendAudit(3)]);
    await watch.stop();
    assert.deepEqual(counts()[0], [contoso, 3]);
  });

  it('stay known when a history is missing, shorter or another, which is logged', async () => {
    for (const store of [await storeWith(), await storeWith(contoso)]) {
      for (const before of [
        { tenant: contoso, count: 5, hash: 'five', at: monday },
        { tenant: contoso, count: 1, hash: 'another', at: monday },
      ]) {
        const { time, log, kept, watch } = watching(store, [before]);
        await time.pass(hour);
        await watch.stop();
        assert.deepEqual(kept.heads, [before]);
        const [reported, ...others] = log.lines.filter((line) => line.startsWith('error'));
        assert.match(
          reported ?? '',
          /is missing, shorter or another than it was: run npm run audit -- verify/,
        );
        assert.deepEqual(others, []);
      }
    }
  });

  it('are logged for the others where one tenant cannot be read', async () => {
    const sound = await storeWith(contoso, fabrikam);
    const store: Store = {
      ...sound,
      head: (tenant, kind) =>
        tenant === contoso ? Promise.reject(new Error('corrupt')) : sound.head(tenant, kind),
    };
    const { time, log } = watching(store);
    await time.settle();
    assert.deepEqual(log.lines.filter((line) => line === 'info chain head').length, 1);
  });
});
