import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { restoreBackup } from '../../../src/adapters/data-folder/backup/restore-backup.ts';
import { prepareDataFolder } from '../../../src/adapters/data-folder/prepare-data-folder.ts';
import { openLowdbStore } from '../../../src/adapters/store/lowdb-store.ts';
import { tenantId } from '../../../src/domain/identifiers.ts';
import { appendAudit, auditEntry, everythingOf, putPerson } from '../../support/examples/stored-values.ts';
import { filesUnder } from '../../support/files/files-under.ts';
import { temporaryFolder } from '../../support/files/temporary-folder.ts';
import { withoutChecksums } from '../../support/files/without-checksums.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';
import { runCommand } from '../../support/processes/run-command.ts';

const contoso = tenantId('contoso');

describe('A data folder', () => {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const prepare = () => prepareDataFolder(data(), recordedLog());

  async function put(file: string, text: string, mode = 0o644): Promise<void> {
    await mkdir(dirname(join(data(), file)), { recursive: true, mode: 0o755 });
    await writeFile(join(data(), file), text);
    await chmod(join(data(), file), mode);
  }

  /** A data folder from before there were versions, some of it readable by every user of the machine. */
  async function unversioned(): Promise<void> {
    const store = openLowdbStore({ folder: data(), log: recordedLog() });
    await store.commit(contoso, [putPerson('ada', 'absent'), appendAudit(1)]);
    await store.close();
    await put('directory/providers.jsonl', '{}\n');
    await put('bot-state/msteams%2fchat.json', '{}');
    await put('directory/converted-0123.jsonl', '');
  }

  it('that is new gets the present version', async () => {
    await mkdir(data());
    await prepare();
    assert.deepEqual(await readdir(data()), ['data-version.json']);
    assert.equal(await readFile(join(data(), 'data-version.json'), 'utf8'), '{"schemaVersion":2}\n');
    await prepare();
    assert.deepEqual(await readdir(data()), ['data-version.json']);
  });

  it('from before there were versions is brought up to date once, after a backup was made', async () => {
    await unversioned();
    await prepare();
    assert.equal(await readFile(join(data(), 'data-version.json'), 'utf8'), '{"schemaVersion":2}\n');
    for (const { path, mode, isFolder } of await filesUnder(data())) {
      assert.equal(mode, isFolder ? 0o700 : 0o600, path);
    }

    const [backup = '', ...others] = await readdir(join(data(), 'backups'));
    assert.match(backup, /^before-version-2-2\d+T\d+Z\.tar\.gz$/);
    assert.deepEqual(others, []);
    const before = join(folder(), 'before');
    await restoreBackup(join(data(), 'backups', backup), before);
    assert.ok(!(await readdir(before)).includes('data-version.json'));
    const [restored, migrated] = [before, data()].map((place) =>
      openLowdbStore({ folder: place, log: recordedLog() }),
    );
    assert.ok(restored && migrated);
    assert.deepEqual(await everythingOf(restored, contoso), await everythingOf(migrated, contoso));
    await Promise.all([restored.close(), migrated.close()]);

    await prepare();
    assert.equal((await readdir(join(data(), 'backups'))).length, 1);
  });

  it('of the version before, whose files have no checksums, is brought up to date after a backup', async () => {
    await unversioned();
    await put('data-version.json', '{"schemaVersion":1}');
    for (const file of ['tenant.json', 'records/person/ada.json', 'entries/audit/000001.jsonl']) {
      const path = join('tenants/contoso', file);
      await put(path, withoutChecksums(await readFile(join(data(), path), 'utf8')));
    }
    await prepare();
    assert.equal(await readFile(join(data(), 'data-version.json'), 'utf8'), '{"schemaVersion":2}\n');
    assert.equal((await readdir(join(data(), 'backups'))).length, 1);
    const store = openLowdbStore({ folder: data(), log: recordedLog() });
    assert.deepEqual((await everythingOf(store, contoso)).audit, [auditEntry(1)]);
    await store.close();
  });

  it('of a newer desk is refused by the desk, by audit and by backup, which say what to do; nothing is changed', async () => {
    await unversioned();
    await put('data-version.json', '{"schemaVersion":7,"more":true}');
    const before = await filesUnder(data());
    const newer =
      /newer Partner Desk: its data has version 7, and this one knows 2\..*Run the newer one, or restore/;
    await assert.rejects(prepare(), newer);
    const audit = await runCommand('audit', ['verify'], data());
    assert.equal(audit.exitCode, 1);
    assert.match(audit.errors, newer);
    const backup = await runCommand('backup', [join(folder(), 'kept')], data());
    assert.equal(backup.exitCode, 1);
    assert.match(backup.errors, newer);
    assert.deepEqual(await filesUnder(data()), before);
  });

  it('whose version cannot be read is refused rather than guessed at', async () => {
    await unversioned();
    for (const text of ['', '{"schemaVersion":"1"}', '{"schemaVersion":0}', 'x']) {
      await put('data-version.json', text);
      await assert.rejects(prepare(), /data-version\.json is corrupt.*Restore a backup/);
    }
  });

  it('that was being restored into when the power went is refused', async () => {
    await unversioned();
    await put('restore-unfinished', '');
    await assert.rejects(prepare(), /Empty the folder and restore again/);
  });

  it('loses what killed processes left, and nothing else', async () => {
    await unversioned();
    const leftOver = [
      'invitation-secret.123456',
      'data-version.json.99',
      'desk-0.lock.new',
      'bot-state/.msteams%2fchat.json.tmp',
      'bot-state/msteams%2fchat.json.77',
      'outbox/1-2-3.eml.55',
      'directory/converted-0123.jsonl.9f.tmp',
      'directory/providers.jsonl.9f.tmp',
      'tenants/.check-9f',
      'tenants/contoso/tenant.json.12',
    ];
    const kept = ['outbox/1-2-3.eml', 'bot-state/x.json.garbled-1f2e', 'directory/providers.jsonl.2b.tmp'];
    await prepare();
    const before = (await filesUnder(data())).map(({ path }) => path);
    for (const file of [...leftOver, ...kept]) await put(file, 'x');
    await utimes(join(data(), 'directory/providers.jsonl.9f.tmp'), 1, 1);
    await prepare();
    assert.deepEqual(
      (await filesUnder(data())).map(({ path }) => path),
      [...before, 'outbox', ...kept].sort(),
    );
  });
});
