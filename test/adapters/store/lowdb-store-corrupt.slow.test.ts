import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { LowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import type { Change, Store } from '../../../src/application/ports/store.ts';
import { verifyHistory } from '../../../src/cli/audit/verify-history.ts';
import { tenantId, type TenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { appendAudit, everythingOf, putPerson, putSubscriber } from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { fuzzRuns } from '../../support/processes/fuzz-runs.ts';

/** Nothing leaves the journal until a store is closed. */
const settings = { commitsPerJournal: 1_000_000, flushAfter: 3_600_000, entriesPerSegment: 3 };

/** Stopped; killed with commits in its journal; killed during a flush. They use the same ids. */
const stopped = tenantId('contoso');
const killed = tenantId('fabrikam');
const killedFlushing = tenantId('tailspin');
const tenants = [stopped, killed, killedFlushing];

type Everything = Awaited<ReturnType<typeof everythingOf>>;

/** Corrupts the content of a file. @param other the content of another file */
type Corruption = (sound: Buffer, other: Buffer) => Buffer;

/** Anywhere in a file, though often near its end, where a journal has its newest lines. */
const place = fc.oneof(
  fc.nat(),
  fc.nat(40).map((fromEnd) => -1 - fromEnd),
);

const within = (at: number, { length }: Buffer) => (length === 0 ? 0 : ((at % length) + length) % length);

const corruptions: Readonly<Record<string, fc.Arbitrary<Corruption>>> = {
  'was cut off anywhere': place.map((at) => (sound) => sound.subarray(0, within(at, sound))),
  'has another byte': fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => (sound) => {
    const corrupt = Buffer.from(sound);
    const index = within(at, sound);
    corrupt[index] = (corrupt[index] ?? 0) ^ bits;
    return corrupt;
  }),
  'has another letter or digit': fc
    .tuple(place, fc.constantFrom('0', '1', '9', 'a', 'e', 'Z', '_'))
    .map(([at, letter]) => (sound) => {
      const corrupt = Buffer.from(sound);
      const letters = [...corrupt.keys()].filter((index) =>
        /\w/.test(String.fromCharCode(corrupt[index] ?? 0)),
      );
      corrupt.write(letter, letters.at(at % letters.length) ?? 0);
      return corrupt;
    }),
  'has more bytes': fc
    .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 9 }))
    .map(([at, more]) => (sound) => {
      const index = within(at, sound);
      return Buffer.concat([sound.subarray(0, index), more, sound.subarray(index)]);
    }),
  'lacks some bytes': fc.tuple(place, fc.integer({ min: 1, max: 60 })).map(([at, count]) => (sound) => {
    const index = within(at, sound);
    return Buffer.concat([sound.subarray(0, index), sound.subarray(index + count)]);
  }),
  'is empty': fc.constant(() => Buffer.alloc(0)),
  'holds what another file holds': fc.constant((_sound: Buffer, other: Buffer) => other),
};

describe('The lowdb store with any file corrupt', () => {
  const openStore = abandonedStores();
  let sound: string;
  let files: readonly string[];
  /** What each tenant held after each of its commits. */
  const history = new Map<TenantId, Everything[]>();

  before(async () => {
    sound = await mkdtemp(join(tmpdir(), 'partner-desk-'));
    for (const [index, tenant] of tenants.entries()) history.set(tenant, await fill(tenant, 10 * index));
    files = (await filesUnder(sound)).filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  });
  after(() => rm(sound, { recursive: true }));

  const openAt = (folder: string, log = recordedLog()) => openStore({ folder, log, settings });

  async function fill(tenant: TenantId, seed: number): Promise<Everything[]> {
    let store = openAt(sound);
    const states = [await everythingOf(store, tenant)];
    const commit = async (...changes: Change[]) => {
      await store.commit(tenant, changes);
      states.push(await everythingOf(store, tenant));
    };
    const firstAt = instantFrom(1_790_000_000_000 + seed);
    await commit(putPerson('ada', 'absent'), putPerson('grace', 'absent'), appendAudit(seed + 1));
    await commit(
      { type: 'put', kind: 'contactedProvider', id: 'ada', value: { firstAt }, expected: 'absent' },
      appendAudit(seed + 2),
      appendAudit(seed + 3),
    );
    await commit(putSubscriber('ada', 'absent', { text: `Élan – ${seed}` }), appendAudit(seed + 4));
    await store.close();
    if (tenant === stopped) return states;
    store = openAt(sound);
    await commit(putPerson('ada', 1, 'fr'), appendAudit(seed + 5));
    await commit({ type: 'delete', kind: 'person', id: 'grace', expected: 1 }, appendAudit(seed + 6));
    await commit(putSubscriber('ada', 3, { text: `Ça va ? ${seed}` }), appendAudit(seed + 7));
    if (tenant === killed) return states;
    const journals = join(sound, 'tenants', tenant, 'journal');
    const before = await mkdtemp(join(tmpdir(), 'partner-desk-'));
    await cp(journals, before, { recursive: true });
    await store.close();
    await cp(before, journals, { recursive: true });
    await rm(before, { recursive: true });
    return states;
  }

  for (const [title, corruption] of Object.entries(corruptions)) {
    it(`which ${title}: its tenant answers as before or is closed, says why, and keeps the file; no other notices`, async function () {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), corruption, async (which, otherWhich, change) => {
          const file = files[which % files.length] ?? '';
          const other = otherThan(file, otherWhich);
          const folder = await mkdtemp(join(tmpdir(), 'partner-desk-'));
          try {
            await cp(sound, folder, { recursive: true });
            const bytes = change(await readFile(join(sound, file)), await readFile(join(sound, other)));
            await writeFile(join(folder, file), bytes);
            await checkCorrupt(folder, file);
          } finally {
            await rm(folder, { recursive: true });
          }
        }),
        { numRuns: fuzzRuns(20) },
      );
    });
  }

  /** Often the file of the same name of another tenant, which is the easiest to confuse with it. */
  function otherThan(file: string, which: number): string {
    const [, tenant = ''] = file.split('/');
    const namesakes = tenants
      .map((each) => file.replace(tenant, each))
      .filter((each) => files.includes(each));
    const choice = which % 2 === 0 && namesakes.length > 1 ? namesakes : files;
    const others = choice.filter((each) => each !== file);
    return others[Math.floor(which / 2) % others.length] ?? '';
  }

  async function checkCorrupt(folder: string, file: string): Promise<void> {
    const log = recordedLog();
    const store = openAt(folder, log);
    const bytes = await readFile(join(folder, file));
    const tenant = tenants.find((each) => file.startsWith(`tenants/${each}/`));
    assert(tenant !== undefined);
    for (const other of tenants.filter((each) => each !== tenant)) {
      assert.deepEqual(await everythingOf(store, other), history.get(other)?.at(-1));
    }
    const expected = expectedOf(tenant, file, await readFile(join(sound, file)), bytes);

    const isClosed = await isRefused(store.get(tenant, 'person', 'ada'));
    const areEntriesRefused = isClosed || !(await hasRightEntries(store, tenant, expected));
    if (isClosed) {
      await assert.rejects(everythingOf(store, tenant), { code: 'store-unavailable' });
      await assert.rejects(store.commit(tenant, [appendAudit(99)]), { code: 'store-unavailable' });
      await assert.rejects(store.check(), { code: 'store-unavailable' });
    } else if (areEntriesRefused) {
      // Old entries are read only on demand.
      assert.match(file, /entries\/audit/);
      assert.deepEqual(await recordsOf(store, tenant), expected.records);
    } else {
      assert.deepEqual(await everythingOf(store, tenant), expected);
      await goOn(store, tenant, expected, folder);
    }
    await store.close();

    if (areEntriesRefused) {
      assert(log.lines.some((line) => line.startsWith('error') && line.includes(basename(file))));
      assert.deepEqual(await readFile(join(folder, file)), bytes);
    }
    if (areEntriesRefused && file.includes('entries/audit')) assert.equal(await isVerified(folder), false);
  }

  /**
   * A journal that lost its last lines cannot be told from one whose last commits had not been written when the desk
   * was killed: until the flush, nothing else on the disk records a commit, and recording each one twice would double
   * its cost. Only this case, and no other, restores an earlier state.
   */
  function expectedOf(tenant: TenantId, file: string, before: Buffer, now: Buffer): Everything {
    const states = history.get(tenant) ?? [];
    const latest = states.at(-1);
    assert(latest !== undefined);
    const newestJournal = files.filter((each) => each.startsWith(`tenants/${tenant}/journal/`)).at(-1);
    if (file !== newestJournal) return latest;
    const linesOf = (content: Buffer) => content.toString('utf8').split('\n').slice(0, -1);
    const [lines, left] = [linesOf(before), linesOf(now)];
    const isBeginning = left.length > 0 && isDeepStrictEqual(left, lines.slice(0, left.length));
    return (isBeginning ? states.at(left.length - lines.length - 1) : undefined) ?? latest;
  }

  /** Checks entry by entry. @returns false if any was refused; the others must be unchanged */
  async function hasRightEntries(store: Store, tenant: TenantId, expected: Everything): Promise<boolean> {
    assert.deepEqual(await store.head(tenant, 'audit'), expected.head);
    let areAllRead = true;
    for (const [index, entry] of expected.audit.entries()) {
      const page = store.entries(tenant, 'audit', { limit: 1, after: String(index) });
      if (await isRefused(page)) areAllRead = false;
      else assert.deepEqual((await page).items, [entry]);
    }
    return areAllRead;
  }

  async function recordsOf(store: Store, tenant: TenantId): Promise<Everything['records']> {
    const withoutEntries: Store = { ...store, entries: () => Promise.resolve({ items: [] }) };
    return (await everythingOf(withoutEntries, tenant)).records;
  }

  /** New commits are as sound as the old ones. */
  async function goOn(store: LowdbStore, tenant: TenantId, from: Everything, folder: string): Promise<void> {
    await store.commit(tenant, [putPerson('eve', 'absent'), appendAudit(99)]);
    const stored = await everythingOf(store, tenant);
    assert.equal(stored.audit.length, from.audit.length + 1);
    await store.close();
    assert.deepEqual(await everythingOf(openAt(folder), tenant), stored);
  }

  async function isVerified(folder: string): Promise<boolean> {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const request = { dataDirectory: folder, tenant: undefined, noted: undefined, output, errors };
    return (await verifyHistory(request)) === 0;
  }
});

async function isRefused(access: Promise<unknown>): Promise<boolean> {
  try {
    await access;
    return false;
  } catch (error) {
    assert.equal(error instanceof Error && 'code' in error && error.code, 'store-unavailable');
    return true;
  }
}
