import assert from 'node:assert/strict';
import { ConflictError, type Page, type ListQuery, type Store } from '../../src/application/ports/store.ts';
import { emptyChain, headAt, linkAfter } from '../../src/domain/history/audit-chain.ts';
import { personId, tenantId } from '../../src/domain/identifiers.ts';
import {
  appendAudit,
  auditEntry,
  everythingOf,
  putPerson,
  putSubscriber,
} from '../support/examples/stored-values.ts';

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');

/** Ids that a careless store would take for paths, for each other, or for something of its own. */
const hostileIds = [
  '',
  '.',
  '..',
  '../../etc/passwd',
  'a/b',
  'a\\b',
  'a',
  'A',
  'é',
  'e\u0301',
  '\ud800',
  '\ud801',
  '😀',
  'nul',
  'CON',
  'a\0b',
  '%61',
  'a.json',
  '__proto__',
  'constructor',
  '29:1AbC-d_E',
  `${'x'.repeat(400)}1`,
  `${'x'.repeat(400)}2`,
];

/** The contract of every store. `create` returns an empty one; `dispose` removes what it left. */
export function storeContract(
  name: string,
  create: () => Promise<{ readonly store: Store; readonly dispose: () => Promise<void> }>,
): void {
  describe(`${name} keeps the contract of a store`, () => {
    let store: Store;
    let dispose: () => Promise<void>;

    beforeEach(async () => {
      ({ store, dispose } = await create());
    });

    afterEach(async () => {
      await dispose();
    });

    const versionOf = async (id: string, tenant = contoso): Promise<number> => {
      const record = await store.get(tenant, 'person', id);
      assert(record, `${id} is stored`);
      return record.version;
    };

    describe('records', () => {
      it('are there once they are put, and gone once they are deleted', async () => {
        assert.equal(await store.get(contoso, 'person', 'ada'), undefined);
        await store.commit(contoso, [putPerson('ada', 'absent', 'fr')]);
        const stored = await store.get(contoso, 'person', 'ada');
        assert.deepEqual(stored?.value, { id: 'ada', language: 'fr' });
        assert.equal(stored.id, 'ada');
        await store.commit(contoso, [
          { type: 'delete', kind: 'person', id: 'ada', expected: stored.version },
        ]);
        assert.equal(await store.get(contoso, 'person', 'ada'), undefined);
        assert.deepEqual(await store.list(contoso, 'person', { limit: 10 }), { items: [] });
      });

      it('get another version with every change, also after they were deleted', async () => {
        const versions = new Set<number>();
        await store.commit(contoso, [putPerson('ada', 'absent')]);
        for (let round = 0; round < 3; round++) {
          versions.add(await versionOf('ada'));
          await store.commit(contoso, [putPerson('ada', await versionOf('ada'))]);
          const expected = await versionOf('ada');
          versions.add(expected);
          await store.commit(contoso, [{ type: 'delete', kind: 'person', id: 'ada', expected }]);
          await store.commit(contoso, [putPerson('ada', 'absent')]);
        }
        assert.equal(versions.size, 6);
      });

      it('of one kind are not those of another', async () => {
        await store.commit(contoso, [putPerson('ada', 'absent'), putSubscriber('ada', 'absent', { a: 1 })]);
        assert.deepEqual((await store.get(contoso, 'subscriber', 'ada'))?.value.reference, { a: 1 });
        assert.deepEqual((await store.get(contoso, 'person', 'ada'))?.value, { id: 'ada', language: 'en' });
        assert.equal(await store.get(contoso, 'contactRequest', 'ada'), undefined);
      });

      it('cannot be changed through what was given to the store or returned by it', async () => {
        const reference = { user: { name: 'Ada' } };
        await store.commit(contoso, [putSubscriber('ada', 'absent', reference)]);
        reference.user.name = 'changed before';
        const pages = await store.list(contoso, 'subscriber', { limit: 1 });
        for (const record of [await store.get(contoso, 'subscriber', 'ada'), ...pages.items]) {
          assert(record);
          Reflect.set(record.value.reference['user'] ?? {}, 'name', 'changed after');
        }
        const stored = await store.get(contoso, 'subscriber', 'ada');
        assert.deepEqual(stored?.value.reference, { user: { name: 'Ada' } });
      });

      it('may have any id', async () => {
        for (const id of hostileIds) await store.commit(contoso, [putPerson(id, 'absent')]);
        for (const id of hostileIds) assert.equal((await store.get(contoso, 'person', id))?.value.id, id);
        const listed = await store.list(contoso, 'person', { limit: 1000 });
        assert.deepEqual(
          listed.items.map(({ id }) => id),
          [...hostileIds].sort(),
        );
      });
    });

    describe('a commit', () => {
      const conflicts = [
        { title: 'puts as absent what is there', change: () => putPerson('ada', 'absent', 'fr') },
        {
          title: 'puts over another version',
          change: async () => putPerson('ada', (await versionOf('ada')) + 1),
        },
        { title: 'puts over what is not there', change: () => putPerson('grace', 1) },
        {
          title: 'deletes another version',
          change: async () =>
            ({ type: 'delete', kind: 'person', id: 'ada', expected: (await versionOf('ada')) - 1 }) as const,
        },
        {
          title: 'deletes what is not there',
          change: () => ({ type: 'delete', kind: 'person', id: 'grace', expected: 1 }) as const,
        },
      ];
      for (const { title, change } of conflicts) {
        it(`that ${title} is refused, and nothing of it is stored`, async () => {
          await store.commit(contoso, [putPerson('ada', 'absent')]);
          const before = await everythingOf(store, contoso);
          await assert.rejects(
            store.commit(contoso, [
              putPerson('first', 'absent'),
              putSubscriber('ada', 'absent', {}),
              appendAudit(1),
              await change(),
              appendAudit(2),
            ]),
            ConflictError,
          );
          assert.deepEqual(await everythingOf(store, contoso), before);
        });
      }

      it('stores all its changes', async () => {
        await store.commit(contoso, [putPerson('ada', 'absent'), putPerson('grace', 'absent')]);
        await store.commit(contoso, [
          putPerson('ada', await versionOf('ada'), 'fr'),
          { type: 'delete', kind: 'person', id: 'grace', expected: await versionOf('grace') },
          appendAudit(1),
          appendAudit(2),
        ]);
        assert.equal((await store.get(contoso, 'person', 'ada'))?.value.language, 'fr');
        assert.equal(await store.get(contoso, 'person', 'grace'), undefined);
        const entries = await store.entries(contoso, 'audit', { limit: 10 });
        assert.deepEqual(entries.items, [auditEntry(1), auditEntry(2)]);
      });

      it('of nothing stores nothing', async () => {
        await store.commit(contoso, []);
        assert.deepEqual(await store.tenants(), []);
      });

      it('wins a version alone, however many try', async () => {
        await store.commit(contoso, [putPerson('ada', 'absent')]);
        for (let round = 0; round < 5; round++) {
          const expected = await versionOf('ada');
          const attempts = Array.from({ length: 100 }, (_, number) =>
            store.commit(contoso, [putPerson('ada', expected), appendAudit(round * 100 + number)]),
          );
          const outcomes = await Promise.allSettled(attempts);
          const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
          assert.equal(lost.length, 99);
          for (const { reason } of lost) assert(reason instanceof ConflictError);
        }
        const entries = await store.entries(contoso, 'audit', { limit: 100 });
        assert.equal(entries.items.length, 5);
      });

      it('that lost sees what won when it reads again', async () => {
        const attempt = async (language: 'en' | 'fr') => {
          try {
            await store.commit(contoso, [putPerson('ada', 'absent', language)]);
            return language;
          } catch (error) {
            assert(error instanceof ConflictError);
            return (await store.get(contoso, 'person', 'ada'))?.value.language;
          }
        };
        assert.deepEqual(await Promise.all([attempt('en'), attempt('fr'), attempt('fr')]), [
          'en',
          'en',
          'en',
        ]);
      });
    });

    describe('lists', () => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

      const records = (order?: 'ascending' | 'descending') => (query: ListQuery) =>
        store.list(contoso, 'person', order ? { ...query, order } : query);

      const entries = (order?: 'ascending' | 'descending') => (query: ListQuery) =>
        store.entries(contoso, 'audit', order ? { ...query, order } : query);

      beforeEach(async () => {
        const shuffled = ['d', 'a', 'g', 'c', 'f', 'b', 'e'];
        for (const [number, id] of shuffled.entries()) {
          await store.commit(contoso, [putPerson(id, 'absent'), appendAudit(number + 1)]);
        }
      });

      for (const limit of [1, 2, 3, 6, 7, 8, 100]) {
        it(`records by id both ways, ${limit} a page`, async () => {
          const ascending = await pages(limit, records('ascending'));
          assert.deepEqual(
            ascending.map(({ id }) => id),
            ids,
          );
          assert.deepEqual(await pages(limit, records()), ascending);
          assert.deepEqual(await pages(limit, records('descending')), ascending.toReversed());
        });

        it(`entries as they were appended both ways, ${limit} a page`, async () => {
          const ascending = await pages(limit, entries('ascending'));
          assert.deepEqual(ascending, [1, 2, 3, 4, 5, 6, 7].map(auditEntry));
          assert.deepEqual(await pages(limit, entries()), ascending);
          assert.deepEqual(await pages(limit, entries('descending')), ascending.toReversed());
        });
      }

      it('nothing where there is nothing', async () => {
        for (const order of ['ascending', 'descending'] as const) {
          assert.deepEqual(await store.list(fabrikam, 'person', { limit: 5, order }), { items: [] });
          assert.deepEqual(await store.entries(fabrikam, 'audit', { limit: 5, order }), { items: [] });
        }
      });

      it('go on where they were, whatever is stored meanwhile', async () => {
        const newest = await store.entries(contoso, 'audit', { limit: 3, order: 'descending' });
        const last = await store.list(contoso, 'person', { limit: 3, order: 'descending' });
        assert(newest.next !== undefined && last.next !== undefined);
        await store.commit(contoso, [
          appendAudit(8),
          putPerson('z', 'absent'),
          { type: 'delete', kind: 'person', id: last.next, expected: await versionOf(last.next) },
        ]);
        const older = await store.entries(contoso, 'audit', {
          limit: 3,
          order: 'descending',
          after: newest.next,
        });
        assert.deepEqual(older.items, [4, 3, 2].map(auditEntry));
        const others = await store.list(contoso, 'person', {
          limit: 3,
          order: 'descending',
          after: last.next,
        });
        assert.deepEqual(
          others.items.map(({ id }) => id),
          ['d', 'c', 'b'],
        );
      });

      it('of entries refuse a position that no page gave', async () => {
        for (const after of ['', 'x', '-1', '1.5', '1e3']) {
          await assert.rejects(store.entries(contoso, 'audit', { limit: 1, after }), {
            code: 'invalid-action',
          });
        }
      });
    });

    describe('the chain of entries', () => {
      const chainOf = (numbers: readonly number[]) =>
        numbers.map(auditEntry).reduce((head, entry) => headAt(linkAfter(head, entry)), emptyChain);

      it('is empty where there is none', async () => {
        assert.deepEqual(await store.head(contoso, 'audit'), emptyChain);
        assert.deepEqual(await store.tenants(), []);
      });

      it('goes on with every entry, whether they come in one commit or in several', async () => {
        await store.commit(contoso, [appendAudit(1), putPerson('ada', 'absent'), appendAudit(2)]);
        assert.deepEqual(await store.head(contoso, 'audit'), chainOf([1, 2]));
        await store.commit(contoso, [appendAudit(3)]);
        assert.deepEqual(await store.head(contoso, 'audit'), chainOf([1, 2, 3]));
      });

      it('knows nothing of a commit that was refused', async () => {
        await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
        const lost = store.commit(contoso, [appendAudit(2), putPerson('ada', 'absent')]);
        const kept = store.commit(contoso, [appendAudit(3)]);
        await assert.rejects(lost, ConflictError);
        await kept;
        assert.deepEqual(await store.head(contoso, 'audit'), chainOf([1, 3]));
      });

      it('is that of the entries in their order, however many came at once', async () => {
        const numbers = Array.from({ length: 50 }, (_, number) => number);
        await Promise.all(numbers.map((number) => store.commit(contoso, [appendAudit(number)])));
        const { items } = await store.entries(contoso, 'audit', { limit: 100 });
        const head = items.reduce((reached, entry) => headAt(linkAfter(reached, entry)), emptyChain);
        assert.deepEqual(await store.head(contoso, 'audit'), head);
        assert.equal(head.count, 50);
      });

      it('is another for each tenant', async () => {
        await store.commit(contoso, [appendAudit(1)]);
        await store.commit(fabrikam, [appendAudit(2)]);
        assert.deepEqual(await store.head(contoso, 'audit'), chainOf([1]));
        assert.deepEqual(await store.head(fabrikam, 'audit'), chainOf([2]));
      });
    });

    describe('tenants', () => {
      it('are apart, also with the same ids', async () => {
        await store.commit(contoso, [putPerson('ada', 'absent', 'en'), appendAudit(1)]);
        await store.commit(fabrikam, [putPerson('ada', 'absent', 'fr'), appendAudit(2)]);
        assert.equal((await store.get(contoso, 'person', 'ada'))?.value.language, 'en');
        assert.equal((await store.get(fabrikam, 'person', 'ada'))?.value.language, 'fr');
        assert.deepEqual((await store.entries(fabrikam, 'audit', { limit: 5 })).items, [auditEntry(2)]);
        await store.commit(fabrikam, [
          { type: 'delete', kind: 'person', id: 'ada', expected: await versionOf('ada', fabrikam) },
        ]);
        assert.equal((await store.list(contoso, 'person', { limit: 5 })).items.length, 1);
      });

      it('may have any id, and are listed once something is stored', async () => {
        for (const id of hostileIds) await store.get(tenantId(id), 'person', 'ada');
        assert.deepEqual(await store.tenants(), []);
        for (const id of hostileIds) await store.commit(tenantId(id), [putPerson(id, 'absent')]);
        assert.deepEqual([...(await store.tenants())].sort(), [...hostileIds].sort());
        for (const id of hostileIds) {
          const { items } = await store.list(tenantId(id), 'person', { limit: 5 });
          assert.deepEqual(
            items.map(({ value }) => value.id),
            [personId(id)],
          );
        }
      });
    });

    it('says that it can be written, and leaves nothing behind by saying so', async () => {
      await store.check();
      assert.deepEqual(await store.tenants(), []);
    });
  });
}

async function pages<Item>(limit: number, read: (query: ListQuery) => Promise<Page<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  let after: string | undefined;
  do {
    const page: Page<Item> = await read({ limit, ...(after !== undefined && { after }) });
    assert(page.items.length <= limit);
    assert(page.items.length > 0, 'no page is empty');
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
