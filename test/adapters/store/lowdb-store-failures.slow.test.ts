import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openForAppending, type OpenForAppending } from '../../../src/adapters/store/journal/journal.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import {
  appendAudit,
  auditEntry,
  everythingOf,
  putPerson,
  putSubscriber,
} from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { withoutChecksums } from '../../support/files/without-checksums.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { until } from '../../support/processes/until.ts';

/** Longer than any test: a store abandoned as if by a crash must not flush later. Milliseconds. */
const hour = 3_600_000;

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');
const unavailable = { name: 'DomainError', code: 'store-unavailable' };

/** An error like those of the operating system. */
function systemError(syscall: string, message: string): Error {
  return Object.assign(new Error(`${message}, ${syscall}`), { syscall });
}

/** A disk that can be made to fail; when full, it writes the bytes that still fit. */
function failingDisk() {
  const disk = { room: Infinity, opens: true, syncs: true, truncates: true };
  const openFile: OpenForAppending = async (file) => {
    if (!disk.opens) throw systemError('open', 'EMFILE: too many open files');
    const handle = await openForAppending(file);
    return {
      appendFile: async (data) => {
        const bytes = Buffer.from(data as Buffer);
        await handle.appendFile(bytes.subarray(0, disk.room));
        if (bytes.length > disk.room) throw systemError('write', 'ENOSPC: no space left on device');
      },
      datasync: async () => {
        if (!disk.syncs) throw systemError('fdatasync', 'EIO: i/o error');
        await handle.datasync();
      },
      truncate: async (size) => {
        if (!disk.truncates) throw systemError('ftruncate', 'EIO: i/o error');
        await handle.truncate(size);
      },
      close: () => handle.close(),
    };
  };
  return { disk, openFile };
}

const settings = { commitsPerJournal: 1_000, flushAfter: hour, entriesPerSegment: 2 };

describe('the lowdb store when its disk fails', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();

  for (const [title, failure] of Object.entries({
    'is full': { room: 0 },
    'becomes full in the middle of a line': { room: 40 },
    'does not sync': { syncs: false },
    'is full and its files cannot be cut': { room: 40, truncates: false },
  })) {
    it(`and ${title} says so, changes nothing, and recovers once it works again`, async () => {
      const { disk, openFile } = failingDisk();
      const log = recordedLog();
      const store = openStore({ folder: folder(), log, openFile, settings });
      await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
      const before = await everythingOf(store, contoso);

      Object.assign(disk, failure);
      const big = { text: 'x'.repeat(2_000) };
      const attempt = () =>
        store.commit(contoso, [
          putPerson('ada', 1, 'fr'),
          appendAudit(2),
          putSubscriber('ada', 'absent', big),
        ]);
      for (let times = 0; times < 2; times++) {
        await assert.rejects(attempt(), unavailable);
        assert.deepEqual(await everythingOf(store, contoso), before);
      }
      assert.match(log.lines.at(-1) ?? '', /^error The store is unavailable: E(NOSPC|IO)/);

      const restartedMeanwhile = openStore({ folder: folder(), log, settings });
      assert.deepEqual(await everythingOf(restartedMeanwhile, contoso), before);

      Object.assign(disk, { room: Infinity, syncs: true, truncates: true });
      await store.commit(contoso, [putPerson('ada', 1, 'en'), appendAudit(3)]);
      const restarted = openStore({ folder: folder(), log, settings });
      const stored = await everythingOf(restarted, contoso);
      assert.deepEqual(stored, await everythingOf(store, contoso));
      assert.deepEqual(stored.audit, [auditEntry(1), auditEntry(3)]);
      await store.close();
    });
  }

  it('and cannot truncate a refused commit accepts none until it can, and flushes nothing on top of it', async () => {
    const { disk, openFile } = failingDisk();
    const log = recordedLog();
    const store = openStore({ folder: folder(), log, openFile, settings });
    await store.commit(contoso, [appendAudit(1)]);
    Object.assign(disk, { syncs: false, truncates: false });
    await assert.rejects(store.commit(contoso, [appendAudit(2)]), unavailable);
    disk.syncs = true;
    await assert.rejects(store.commit(contoso, [appendAudit(2)]), unavailable);
    disk.truncates = true;
    const occupied = join(folder(), 'tenants/contoso/entries');
    await writeFile(occupied, 'a file, where the store needs a folder');
    await store.close();
    await rm(occupied);
    const restarted = openStore({ folder: folder(), log, settings });
    assert.deepEqual((await everythingOf(restarted, contoso)).audit, [auditEntry(1)]);
    await restarted.close();
  });

  it('and no folder can be made says so, for a commit and for a check', async () => {
    const occupied = join(folder(), 'occupied');
    await writeFile(occupied, 'a file, where the store needs a folder');
    const log = recordedLog();
    const store = openStore({ folder: occupied, log });
    await assert.rejects(store.check(), unavailable);
    await assert.rejects(store.commit(contoso, [appendAudit(1)]), unavailable);
    await rm(occupied);
    await store.check();
    await store.commit(contoso, [appendAudit(1)]);
    await store.close();
  });

  it('and record files cannot be written keeps commits in the journal', async () => {
    const log = recordedLog();
    const store = openStore({ folder: folder(), log, settings });
    await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
    const occupied = join(folder(), 'tenants/contoso/records');
    await writeFile(occupied, 'a file, where the store needs a folder');
    const stored = await everythingOf(store, contoso);
    await store.close();
    assert.match(log.lines.join(), /warn Commits stay in the journal/);
    await rm(occupied);
    const restarted = openStore({ folder: folder(), log, settings });
    assert.deepEqual(await everythingOf(restarted, contoso), stored);
    await restarted.close();
    assert.deepEqual(await readdir(join(occupied, 'person')), ['ada.json']);
  });

  it('and no further journal can be started stays with the current one, and does not retry at once', async () => {
    const { disk, openFile } = failingDisk();
    const log = recordedLog();
    const full = { ...settings, commitsPerJournal: 2 };
    const store = openStore({ folder: folder(), log, openFile, settings: full });
    await store.commit(contoso, [appendAudit(1)]);
    disk.opens = false;
    await store.commit(contoso, [appendAudit(2)]);
    await until(() => log.lines.length > 0);
    for (let turn = 0; turn < 20; turn++) await sleep(1);
    assert.equal(log.lines.length, 1);
    disk.opens = true;
    await store.commit(contoso, [appendAudit(3)]);
    await store.close();
    const restarted = openStore({ folder: folder(), log, settings });
    assert.deepEqual((await everythingOf(restarted, contoso)).audit, [1, 2, 3].map(auditEntry));
    await restarted.close();
  });

  it('and a record file cannot be written tries again until it can', async () => {
    const log = recordedLog();
    const soon = { ...settings, flushAfter: 5 };
    const store = openStore({ folder: folder(), log, settings: soon });
    const occupied = join(folder(), 'tenants/contoso/records/person/ada.json');
    await store.commit(contoso, [appendAudit(1)]);
    await mkdir(join(occupied, 'a folder, where the store needs a file'), { recursive: true });
    await store.commit(contoso, [putPerson('ada', 'absent'), putPerson('grace', 'absent')]);
    await until(() => log.lines.some((line) => line.startsWith('warn Commits stay in the journal')));
    await rm(occupied, { recursive: true });
    await until(async () => (await readdir(dirname(occupied))).join() === 'ada.json,grace.json');
    await until(async () => (await readdir(join(folder(), 'tenants/contoso/journal'))).length === 1);
    await store.close();
  });
});

describe('the lowdb store with a corrupt file', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();

  beforeEach(async () => {
    const store = openStore({ folder: folder(), log: recordedLog(), settings });
    for (const tenant of [contoso, fabrikam]) {
      await store.commit(tenant, [putPerson('ada', 'absent'), appendAudit(1)]);
    }
    await store.close();
    // Abandoned as by a crash: two lines are only in the journal.
    const crashed = openStore({ folder: folder(), log: recordedLog(), settings });
    await crashed.commit(contoso, [putPerson('grace', 'absent')]);
    await crashed.commit(contoso, [putPerson('grace', 2)]);
  });

  // Without checksums, as in data of version 1: a wrong checksum would be reported first.
  const cases: { file: string; becomes: (text: string) => string; problem: RegExp }[] = [
    { file: 'records/person/ada.json', becomes: () => '', problem: /ada\.json: not JSON/ },
    { file: 'records/person/ada.json', becomes: (text) => text.slice(0, 30), problem: /ada\.json: not JSON/ },
    {
      file: 'records/person/ada.json',
      becomes: (text) => text.replace('"en"', '"secret@contoso.example"'),
      problem: /ada\.json: does not match the schema: value\.language/,
    },
    {
      file: 'records/person/ada.json',
      becomes: (text) => text.replace('"ada"', '"eve"'),
      problem: /holds the record of another id/,
    },
    {
      file: 'records/person/ada.json',
      becomes: (text) => text.replace('"version":1', '"version":9'),
      problem: /newer than the journal/,
    },
    { file: 'entries/audit/000001.jsonl', becomes: () => '', problem: /0 lines, expected 1/ },
    { file: 'journal/000003.jsonl', becomes: () => '', problem: /000003\.jsonl: not JSON/ },
    {
      file: 'journal/000003.jsonl',
      becomes: (text) => text.replace('{"sequence":2', '{"sequence'),
      problem: /000003\.jsonl: not JSON/,
    },
    {
      file: 'journal/000003.jsonl',
      becomes: (text) => text.replace('"schemaVersion":1,"sequence":1', '"schemaVersion":1,"sequence":2'),
      problem: /000003\.jsonl: does not continue from 000002\.jsonl/,
    },
    {
      file: 'journal/000003.jsonl',
      becomes: (text) => text.replace(/\{"sequence":2.*\n/, ''),
      problem: /commit 3 is out of sequence/,
    },
    {
      file: 'journal/000003.jsonl',
      becomes: (text) => text.replace('"language":"en"', '"language":"xx"'),
      problem: /does not match the schema: language/,
    },
    {
      file: 'tenant.json',
      becomes: (text) => text.replace('contoso', 'fabrikam'),
      problem: /belongs to another/,
    },
    { file: 'tenant.json', becomes: () => '{}', problem: /tenant\.json: does not match the schema/ },
  ];
  for (const { file, becomes, problem } of cases) {
    it(`${file} (${problem.source}) stops its tenant alone, names the file, and touches nothing`, async () => {
      const path = join(folder(), 'tenants/contoso', file);
      const sound = await readFile(path, 'utf8');
      const unchecked = withoutChecksums(sound);
      const corrupt = becomes(unchecked);
      assert.notEqual(corrupt, unchecked);
      await writeFile(path, corrupt);
      const log = recordedLog();
      const store = openStore({ folder: folder(), log, settings });

      await assert.rejects(store.get(contoso, 'person', 'ada'), unavailable);
      await assert.rejects(store.commit(contoso, [appendAudit(2)]), unavailable);
      assert.match(log.lines[0] ?? '', problem);
      assert.doesNotMatch(log.lines.join(), /secret/);
      assert.equal(await readFile(path, 'utf8'), corrupt);

      assert.deepEqual((await everythingOf(store, fabrikam)).audit, [auditEntry(1)]);
      assert((await store.tenants()).includes(fabrikam));

      await writeFile(path, sound);
      assert.equal((await store.get(contoso, 'person', 'grace'))?.version, 3);
      await store.close();
    });
  }

  it('does not take a tenant whose journal is lost for an empty one', async () => {
    await rm(join(folder(), 'tenants/contoso/journal'), { recursive: true });
    const log = recordedLog();
    const store = openStore({ folder: folder(), log, settings });
    await assert.rejects(store.get(contoso, 'person', 'ada'), unavailable);
    assert.match(log.lines[0] ?? '', /the journal is missing/);
  });

  it('clears away what an interrupted replacement left', async () => {
    const left = join(folder(), 'tenants/contoso/records/person/ada.json.123456');
    await mkdir(dirname(left), { recursive: true });
    await writeFile(left, '{"schema');
    const store = openStore({ folder: folder(), log: recordedLog(), settings });
    assert.equal((await store.get(contoso, 'person', 'ada'))?.version, 1);
    assert(!(await readdir(dirname(left))).includes('ada.json.123456'));
    await store.close();
  });
});
