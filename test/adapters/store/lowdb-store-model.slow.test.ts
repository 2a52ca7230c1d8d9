import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { ConflictError, type Change, type Store } from '../../../src/application/ports/store.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, everythingOf, putPerson } from '../../support/examples/stored-values.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

/** Longer than any test: a store abandoned as if by a crash must not flush later. Milliseconds. */
const hour = 3_600_000;

const tenants = ['contoso', 'fabrikam'].map(tenantId);

/** A change to a record; its expected version is looked up when the step runs. */
interface Wish {
  readonly what: 'put' | 'delete' | 'append';
  readonly id: string;
  readonly stale: boolean;
  readonly number: number;
}
type Step =
  | { readonly kind: 'commits'; readonly tenant: number; readonly together: readonly (readonly Wish[])[] }
  | { readonly kind: 'restart' | 'crash' };

const wish: fc.Arbitrary<Wish> = fc.record({
  what: fc.constantFrom('put', 'put', 'delete', 'append', 'append'),
  id: fc.constantFrom('ada', 'Ada', '../ada', 'grace', 'é'),
  stale: fc.nat(3).map((chance) => chance === 0),
  number: fc.nat(1000),
});

const commits: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('commits' as const),
  tenant: fc.nat(tenants.length - 1),
  together: fc.array(fc.array(wish, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
});

const restart = fc.constant({ kind: 'restart' } as const);
const crash = fc.constant({ kind: 'crash' } as const);

async function changeFor(model: Store, tenant: number, { what, id, stale, number }: Wish): Promise<Change> {
  if (what === 'append') return appendAudit(number);
  const version = (await model.get(tenantOf(tenant), 'person', id))?.version;
  const language = number % 2 === 0 ? 'en' : 'fr';
  if (what === 'delete')
    return { type: 'delete', kind: 'person', id, expected: (version ?? 1) + (stale ? 1 : 0) };
  return putPerson(id, stale ? (version ?? 0) + 1 : (version ?? 'absent'), language);
}

function tenantOf(number: number) {
  const tenant = tenants[number];
  assert(tenant !== undefined);
  return tenant;
}

async function outcomeOf(commit: Promise<void>): Promise<'stored' | 'conflict'> {
  try {
    await commit;
    return 'stored';
  } catch (error) {
    assert(error instanceof ConflictError);
    return 'conflict';
  }
}

describe('the lowdb store, whatever is done to it,', () => {
  const openStore = abandonedStores();
  const cases = [
    {
      title: 'across restarts, with files that are soon full',
      settings: { commitsPerJournal: 2, flushAfter: 0, entriesPerSegment: 3 },
      steps: fc.array(fc.oneof({ weight: 4, arbitrary: commits }, restart), { maxLength: 15 }),
    },
    {
      title: 'across restarts and crashes',
      settings: { commitsPerJournal: 1_000_000, flushAfter: hour, entriesPerSegment: 3 },
      steps: fc.array(fc.oneof({ weight: 4, arbitrary: commits }, restart, crash), { maxLength: 15 }),
    },
  ];
  for (const { title, settings, steps } of cases) {
    it(`holds what a store in memory would, ${title}`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          const folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
          const open = () => openStore({ folder, log: recordedLog(), settings });
          const model = memoryStore();
          let store = open();
          try {
            for (const step of taken) {
              if (step.kind === 'commits') {
                const tenant = tenantOf(step.tenant);
                const together = await Promise.all(
                  step.together.map((wishes) =>
                    Promise.all(wishes.map((each) => changeFor(model, step.tenant, each))),
                  ),
                );
                const expected = together.map((changes) => outcomeOf(model.commit(tenant, changes)));
                const actual = together.map((changes) => outcomeOf(store.commit(tenant, changes)));
                assert.deepEqual(await Promise.all(actual), await Promise.all(expected));
              } else {
                if (step.kind === 'restart') await store.close();
                store = open();
              }
              for (const tenant of tenants) {
                assert.deepEqual(await everythingOf(store, tenant), await everythingOf(model, tenant));
              }
            }
          } finally {
            await store.close();
            await rm(folder, { recursive: true });
          }
        }),
        { numRuns: 40 },
      );
    });
  }
});
