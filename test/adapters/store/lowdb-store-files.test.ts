import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../../../src/adapters/files/durable-folder.ts';
import { emptyChain, headAt, linkAfter } from '../../../src/domain/history/audit-chain.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, auditEntry, everythingOf, putPerson } from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { withoutChecksums } from '../../support/files/without-checksums.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { until } from '../../support/processes/until.ts';

/** Longer than any test: a store abandoned as if by a crash must not flush later. Milliseconds. */
const hour = 3_600_000;

const contoso = tenantId('contoso');
const fabrikam = tenantId('fabrikam');

/** So few that a handful of commits fills them. */
const small = { commitsPerJournal: 3, flushAfter: hour, entriesPerSegment: 4 };

describe('the files of the lowdb store', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();
  const inTenant = (...path: string[]) => join(folder(), 'tenants', 'contoso', ...path);
  const open = (settings = small) => openStore({ folder: folder(), log: recordedLog(), settings });

  it('give everything back after a restart', async () => {
    const before = open();
    for (let number = 1; number <= 10; number++) {
      await before.commit(contoso, [putPerson(`person-${number}`, 'absent'), appendAudit(number)]);
    }
    await before.commit(fabrikam, [putPerson('ada', 'absent')]);
    const stored = await everythingOf(before, contoso);
    await before.close();
    const after = open();
    assert.deepEqual(await everythingOf(after, contoso), stored);
    assert.deepEqual([...(await after.tenants())].sort(), [contoso, fabrikam]);
    await after.close();
  });

  it('hold one record each, and entries in segments that are full one after the other', async () => {
    const store = open();
    await store.commit(contoso, [putPerson('ada', 'absent', 'fr'), putPerson('GRACE/../..', 'absent')]);
    for (let number = 1; number <= 9; number++) await store.commit(contoso, [appendAudit(number)]);
    await store.close();
    assert.deepEqual(
      (await filesUnder(inTenant())).filter(({ isFolder }) => !isFolder).map(({ path }) => path),
      [
        'entries/audit/000001.jsonl',
        'entries/audit/000002.jsonl',
        'entries/audit/000003.jsonl',
        (await readdir(inTenant('journal'))).map((name) => `journal/${name}`).join(),
        'records/person/%47%52%41%43%45%2f%2e%2e%2f%2e%2e.json',
        'records/person/ada.json',
        'tenant.json',
      ],
    );
    const record = withoutChecksums(await readFile(inTenant('records/person/ada.json'), 'utf8'));
    assert.deepEqual(JSON.parse(record), {
      schemaVersion: 1,
      id: 'ada',
      version: 1,
      value: { id: 'ada', language: 'fr' },
    });
    const segment = await readFile(inTenant('entries/audit/000003.jsonl'), 'utf8');
    const lines = withoutChecksums(segment).split('\n');
    const chain = [1, 2, 3, 4, 5, 6, 7, 8]
      .map(auditEntry)
      .reduce((head, entry) => headAt(linkAfter(head, entry)), emptyChain);
    const link = linkAfter(chain, auditEntry(9));
    assert.deepEqual(lines, [JSON.stringify({ schemaVersion: 1, link, value: auditEntry(9) }), '']);
  });

  it('that have no checksums yet, as in data of version 1, are read, and get them when they are written next', async () => {
    const store = open();
    for (const number of [1, 2, 3, 4, 5]) {
      await store.commit(contoso, [putPerson(`person-${number}`, 'absent'), appendAudit(number)]);
    }
    await store.close();
    const stored = await everythingOf(open(), contoso);
    for (const { path, isFolder } of await filesUnder(inTenant())) {
      if (isFolder) continue;
      const text = await readFile(inTenant(path), 'utf8');
      assert.notEqual(withoutChecksums(text), text, path);
      await writeFile(inTenant(path), withoutChecksums(text));
    }
    const upgraded = open();
    assert.deepEqual(await everythingOf(upgraded, contoso), stored);
    await upgraded.commit(contoso, [putPerson('person-1', 1, 'fr'), appendAudit(6)]);
    await upgraded.close();
    const ofPerson = await readFile(inTenant('records/person/person-1.json'), 'utf8');
    assert.match(ofPerson, /^\{"checksum":"[\w-]{43}","schemaVersion":1,"id":"person-1"/);
    const segment = await readFile(inTenant('entries/audit/000002.jsonl'), 'utf8');
    assert.match(segment, /^\{"schemaVersion".*\n\{"checksum"/);
    assert.deepEqual((await everythingOf(open(), contoso)).audit, [1, 2, 3, 4, 5, 6].map(auditEntry));
  });

  it('can be read by their owner alone', async () => {
    const store = open();
    await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
    await store.close();
    await open().commit(contoso, [appendAudit(2)]);
    for (const { path, mode, isFolder } of await filesUnder(folder())) {
      assert.equal(mode, isFolder ? 0o700 : 0o600, path);
    }
  });

  it('of a deleted record are gone', async () => {
    const store = open();
    await store.commit(contoso, [putPerson('ada', 'absent')]);
    await store.close();
    assert.deepEqual(await readdir(inTenant('records/person')), ['ada.json']);
    const reopened = open();
    await reopened.commit(contoso, [{ type: 'delete', kind: 'person', id: 'ada', expected: 1 }]);
    await reopened.close();
    assert.deepEqual(await readdir(inTenant('records/person')), []);
  });

  it('include a journal only until it is flushed', async () => {
    const store = open();
    for (let number = 1; number <= 30; number++) await store.commit(contoso, [appendAudit(number)]);
    await store.close();
    const [journal, ...others] = await readdir(inTenant('journal'));
    assert.deepEqual(others, []);
    const text = await readFile(inTenant('journal', journal ?? ''), 'utf8');
    const lines = withoutChecksums(text).trimEnd().split('\n');
    const audit = await open().head(contoso, 'audit');
    assert.equal(audit.count, 30);
    assert.deepEqual(lines, [JSON.stringify({ schemaVersion: 1, sequence: 30, entries: { audit } })]);
  });

  it('are flushed in the background, without a close', async () => {
    const store = open({ ...small, commitsPerJournal: 1000, flushAfter: 10 });
    await store.commit(contoso, [putPerson('ada', 'absent')]);
    await until(async () => (await readdir(inTenant())).includes('records'));
    await until(async () => (await readdir(inTenant('journal'))).length === 1);
    assert.deepEqual(await readdir(inTenant('records/person')), ['ada.json']);
    await store.close();
  });

  async function remove(store: ReturnType<typeof open>, id: string): Promise<void> {
    const expected = (await store.get(contoso, 'person', id))?.version ?? 0;
    await store.commit(contoso, [{ type: 'delete', kind: 'person', id, expected }]);
  }

  it('are not made for what came and went before they were written', async () => {
    const store = open({ ...small, commitsPerJournal: 1000 });
    await store.commit(contoso, [putPerson('ada', 'absent')]);
    await remove(store, 'ada');
    await store.close();
    assert.deepEqual(await readdir(inTenant('journal')), ['000002.jsonl']);
    assert.deepEqual(await namesIn(inTenant('records/person')), []);
  });

  it('are taken away with what they hold, also where it was put again in between', async () => {
    const store = open();
    await store.commit(contoso, [putPerson('ada', 'absent')]);
    await store.close();
    const reopened = open({ ...small, commitsPerJournal: 1000 });
    await remove(reopened, 'ada');
    await reopened.commit(contoso, [putPerson('ada', 'absent')]);
    await remove(reopened, 'ada');
    await reopened.close();
    assert.deepEqual(await readdir(inTenant('records/person')), []);
  });

  it('are not made by reading', async () => {
    const store = open();
    await everythingOf(store, contoso);
    await store.close();
    assert.deepEqual(await readdir(folder()), []);
  });

  it('of old entries are not opened to read new ones', async () => {
    const store = open();
    for (let number = 1; number <= 9; number++) await store.commit(contoso, [appendAudit(number)]);
    await store.close();
    for (const old of ['000001.jsonl', '000002.jsonl'])
      await writeFile(inTenant('entries/audit', old), 'corrupt');
    const reopened = open();
    await reopened.commit(contoso, [appendAudit(10)]);
    const page = await reopened.entries(contoso, 'audit', { limit: 2, order: 'descending' });
    assert.deepEqual(page.items, [auditEntry(10), auditEntry(9)]);
    await assert.rejects(reopened.entries(contoso, 'audit', { limit: 3, order: 'descending' }), {
      code: 'store-unavailable',
    });
    await reopened.close();
  });

  it('take no value that could not be read back', async () => {
    const store = open();
    const nothing = await everythingOf(store, contoso);
    const unreadable = { ...putPerson('ada', 'absent'), value: { nobody: true } };
    // @ts-expect-error a person has an id
    await assert.rejects(store.commit(contoso, [appendAudit(1), unreadable]));
    assert.deepEqual(await everythingOf(store, contoso), nothing);
    await store.close();
  });

  it('take no commit once they are closed', async () => {
    const store = open();
    await store.commit(contoso, [appendAudit(1)]);
    await store.close();
    await assert.rejects(store.commit(contoso, [appendAudit(2)]), { code: 'store-unavailable' });
  });
});
