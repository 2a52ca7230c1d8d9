import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, auditEntry, everythingOf, putPerson } from '../../support/examples/stored-values.ts';
import { abandonedStores } from '../../support/files/abandoned-stores.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

/** Longer than any test: a store abandoned as if by a crash must not flush later. Milliseconds. */
const hour = 3_600_000;

const contoso = tenantId('contoso');

/** Nothing leaves the journal until the store is closed. */
const journalOnly = { commitsPerJournal: 1_000_000, flushAfter: hour, entriesPerSegment: 2 };

describe('the lowdb store after a crash', () => {
  const openStore = abandonedStores();
  const folder = temporaryFolder();
  const journals = () => join(folder(), 'tenants/contoso/journal');
  const open = (at = folder()) => openStore({ folder: at, log: recordedLog(), settings: journalOnly });

  it('has every stored commit, though nothing was flushed yet', async () => {
    const crashed = open();
    await crashed.commit(contoso, [putPerson('ada', 'absent'), putPerson('grace', 'absent'), appendAudit(1)]);
    await crashed.commit(contoso, [putPerson('ada', 1, 'fr'), appendAudit(2)]);
    await crashed.commit(contoso, [
      { type: 'delete', kind: 'person', id: 'grace', expected: 1 },
      appendAudit(3),
    ]);
    const stored = await everythingOf(crashed, contoso);
    const restarted = open();
    assert.deepEqual(await everythingOf(restarted, contoso), stored);
    await restarted.close();
    assert.deepEqual(await everythingOf(open(), contoso), stored);
  });

  it('has the same after a crash between the flush and the removal of the journal', async () => {
    const first = open();
    await first.commit(contoso, [putPerson('ada', 'absent'), putPerson('grace', 'absent'), appendAudit(1)]);
    await first.commit(contoso, [putPerson('ada', 1, 'fr'), appendAudit(2), appendAudit(3)]);
    await first.commit(contoso, [{ type: 'delete', kind: 'person', id: 'grace', expected: 1 }]);
    const journalsBefore = join(folder(), 'journals-before');
    await cp(journals(), journalsBefore, { recursive: true });
    await first.close();
    const stored = await everythingOf(open(), contoso);
    await cp(journalsBefore, journals(), { recursive: true });
    assert.equal((await readdir(journals())).length, 2);
    const restarted = open();
    assert.deepEqual(await everythingOf(restarted, contoso), stored);
    await restarted.commit(contoso, [appendAudit(4)]);
    await restarted.close();
    assert.equal((await readdir(journals())).length, 1);
    const { audit } = await everythingOf(open(), contoso);
    assert.deepEqual(audit, [1, 2, 3, 4].map(auditEntry));
  });

  it('drops a last line that was being written, wherever it was cut, and goes on', async () => {
    const store = open();
    await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
    const before = await everythingOf(store, contoso);
    const file = join(journals(), '000001.jsonl');
    const kept = (await readFile(file)).length;
    await store.commit(contoso, [putPerson('ada', 1, 'fr'), putPerson('élan', 'absent'), appendAudit(2)]);
    const after = await everythingOf(store, contoso);
    const whole = await readFile(file);
    for (let cut = kept; cut <= whole.length; cut++) {
      await writeFile(file, whole.subarray(0, cut));
      const restarted = open();
      assert.deepEqual(
        await everythingOf(restarted, contoso),
        cut === whole.length ? after : before,
        `cut at ${cut}`,
      );
    }
    await writeFile(file, whole.subarray(0, whole.length - 1));
    const restarted = open();
    await restarted.commit(contoso, [appendAudit(3)]);
    await restarted.close();
    assert.deepEqual((await everythingOf(open(), contoso)).audit, [auditEntry(1), auditEntry(3)]);
  });

  it('has no more entries than were committed, though more had reached their file', async () => {
    const store = open();
    for (const number of [1, 2, 3]) await store.commit(contoso, [appendAudit(number)]);
    await store.close();
    const segments = join(folder(), 'tenants/contoso/entries/audit');
    const second = join(segments, '000002.jsonl');
    await writeFile(
      second,
      `${await readFile(second, 'utf8')}${JSON.stringify({ half: 'a line' })}\n{"schema`,
    );
    await writeFile(join(segments, '000003.jsonl'), 'more');
    const restarted = open();
    assert.deepEqual((await everythingOf(restarted, contoso)).audit, [1, 2, 3].map(auditEntry));
    for (const number of [4, 5]) await restarted.commit(contoso, [appendAudit(number)]);
    await restarted.close();
    assert.deepEqual((await everythingOf(open(), contoso)).audit, [1, 2, 3, 4, 5].map(auditEntry));
  });

  it('has every commit acknowledged before the process was killed', async () => {
    const script = join(import.meta.dirname, '../../support/processes/commit-until-killed.ts');
    for (const linesBeforeKill of [1, 40, 41, 90]) {
      const at = join(folder(), `killed-${linesBeforeKill}`);
      const child = spawn(process.execPath, ['--import', 'tsx', script, at], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const told: number[] = [];
      for await (const line of createInterface(child.stdout)) {
        told.push(Number(line));
        if (told.length === linesBeforeKill) child.kill('SIGKILL');
      }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const restarted = open(at);
      const { records, audit } = await everythingOf(restarted, contoso);
      const people = new Set(records[0]?.map(({ id }) => id));
      const entries = new Set(audit.map((entry) => JSON.stringify(entry)));
      for (const number of told) {
        assert(people.has(`person-${number}`), `record ${number}`);
        assert(entries.has(JSON.stringify(auditEntry(number))), `entry ${number}`);
      }
      assert.equal(people.size, audit.length, 'a record and its entry are there together or not at all');
      await restarted.close();
    }
  });
});
