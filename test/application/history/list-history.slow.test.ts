import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { auditChange } from '../../../src/application/history/audit-changes.ts';
import { listHistory, type HistoryPage } from '../../../src/application/history/list-history.ts';
import type { Store } from '../../../src/application/ports/store.ts';
import type { AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import type { HistoryFilter } from '../../../src/domain/history/history-export.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { adele, contoso, lee, received } from '../../support/examples/invitation-examples.ts';
import { auditEntry } from '../../support/examples/stored-values.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';

const day = 24 * 60 * 60 * 1000;
const roles = rolesOf(new Map([['adele', new Set(['billingAdministrator'] as const)]]));

/** An hour after the one before; every third by Grace. */
const entry = (number: number): AuditEntry => ({
  ...auditEntry(number),
  at: later(received, (number - 10_000) * (day / 24)),
  by: number % 3 === 0 ? { person: personId('grace'), name: 'Grâce' } : 'desk',
});

async function storeWith(count: number, store: Store = memoryStore()): Promise<Store> {
  const entries = Array.from({ length: count }, (_, number) => entry(number));
  await store.commit(
    contoso,
    entries.map(({ at, by, event }) => auditChange(at, by, event)),
  );
  return store;
}

function page(store: Store, filter: HistoryFilter, limit: number, after?: string): Promise<HistoryPage> {
  return listHistory({ store, roles }, adele, { filter, limit, after });
}

/** The numbers of the entries on each page, as long as there is another. */
async function pagesOf(store: Store, filter: HistoryFilter, limit: number): Promise<number[][]> {
  const pages: number[][] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(store, filter, limit, after);
    pages.push(items.map((listed) => numberOf(listed.entry)));
    after = next;
  } while (after !== undefined);
  return pages;
}

function numberOf({ event }: AuditEntry): number {
  assert(event.kind === 'contactRequested');
  return Number(event.reference.slice('PD-'.length));
}

describe('the history, listed', () => {
  it('gives every entry that matches once, newest first, however it is narrowed and paged', async () => {
    const count = 1_100;
    const store = await storeWith(count);
    const all = Array.from({ length: count }, (_, index) => count - 1 - index);
    const filter = fc.record({ person: fc.constantFrom('', 'grace', 'GRÂ', 'desk', 'nobody') });
    await fc.assert(
      fc.asyncProperty(filter, fc.integer({ min: 7, max: 600 }), async ({ person }, limit) => {
        const pages = await pagesOf(store, { person }, limit);
        const isByGrace = (number: number) => number % 3 === 0;
        const expected = all.filter(
          (number) =>
            person === '' ||
            (person === 'desk' && !isByGrace(number)) ||
            (/^gr/i.test(person) && isByGrace(number)),
        );
        assert.deepEqual(pages.flat(), expected);
        assert(pages.every((numbers) => numbers.length <= limit));
      }),
      { numRuns: 25 },
    );
  });

  it('looks at no more than so many entries at a time: what is rare is found in several steps', async () => {
    const store = memoryStore();
    await store.commit(contoso, [
      auditChange(received, { person: adele.person, name: 'Adele' }, entry(0).event),
    ]);
    await storeWith(9_000, store);
    const filter = { person: 'adele' };
    const first = await page(store, filter, 5);
    assert.deepEqual(first.items, []);
    assert.equal(first.lookedBackTo, entry(5_000).at);
    const second = await page(store, filter, 5, first.next);
    assert.equal(second.lookedBackTo, entry(1_000).at);
    const third = await page(store, filter, 5, second.next);
    assert.equal(third.items.length, 1);
    assert.equal(third.next, undefined);
  });

  it('ends where the period begins', async () => {
    const store = await storeWith(10_000);
    assert.deepEqual(await pagesOf(store, { since: later(received, -day) }, 20), [
      Array.from({ length: 20 }, (_, index) => 9_999 - index),
      [9_979, 9_978, 9_977, 9_976],
    ]);
  });

  it('refuses whoever is no administrator, and a position that no page gave', async () => {
    const store = await storeWith(1);
    const query = { filter: {}, limit: 5 };
    await assert.rejects(listHistory({ store, roles }, lee, query), { code: 'administrators-only' });
    await assert.rejects(page(store, {}, 5, 'x'), { code: 'invalid-action' });
  });

  describe('from files', () => {
    const folder = temporaryFolder();
    const settings = { commitsPerJournal: 1000, flushAfter: 3_600_000, entriesPerSegment: 10 };

    it('reads only the newest of them for its first page', async () => {
      const before = openLowdbStore({ folder: folder(), log: recordedLog(), settings });
      await storeWith(100, before);
      await before.close();
      const segments = join(folder(), 'tenants/contoso/entries/audit');
      const old = (await readdir(segments)).toSorted().slice(0, -1);
      assert.equal(old.length, 9);
      for (const file of old) await writeFile(join(segments, file), 'corrupt');
      const store = openLowdbStore({ folder: folder(), log: recordedLog(), settings });
      const { items } = await page(store, {}, 6);
      assert.deepEqual(
        items.map((listed) => numberOf(listed.entry)),
        [99, 98, 97, 96, 95, 94],
      );
      await store.close();
    });
  });
});
