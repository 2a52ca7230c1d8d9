import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { restoreBackup } from '../../src/adapters/data-folder/backup/restore-backup.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb-store.ts';
import { tenantId } from '../../src/domain/identifiers.ts';
import { appendAudit, everythingOf, putPerson } from '../support/examples/stored-values.ts';
import { filesUnder } from '../support/files/files-under.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { recordedLog } from '../support/ports/recorded-log.ts';
import { runCommand } from '../support/processes/run-command.ts';

const contoso = tenantId('contoso');
const header = {
  format: 'partner-desk-backup',
  formatVersion: 1,
  dataVersion: 1,
  madeAt: '2026-11-22T00:00:00Z',
};

describe('npm run backup and npm run restore', function () {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const file = () => join(folder(), 'kept.tar.gz');
  const elsewhere = () => join(folder(), 'elsewhere');

  beforeEach(async () => {
    const store = openLowdbStore({ folder: data(), log: recordedLog() });
    for (let number = 1; number <= 20; number++) {
      await store.commit(contoso, [putPerson(`Élan ${number}`, 'absent'), appendAudit(number)]);
    }
    await store.close();
    await mkdir(join(data(), 'outbox'));
    await writeFile(join(data(), 'outbox', `20261122-${'a'.repeat(120)}.eml`), 'an e-mail');
    await mkdir(join(data(), 'directory'));
    await writeFile(join(data(), 'directory/providers.jsonl'), '');
    await writeFile(join(data(), 'directory/converted-0123.jsonl'), 'made anew');
    await writeFile(join(data(), 'tenants/contoso/tenant.json.12345'), 'left over');
  });

  async function backedUp(): Promise<void> {
    const { exitCode, errors } = await runCommand('backup', [file()], data());
    assert.deepEqual({ exitCode, errors }, { exitCode: 0, errors: '' });
  }

  const refused = (from: string, message: RegExp, into = elsewhere()) =>
    assert.rejects(restoreBackup(from, into), { message });

  /** The files of a folder, by name; empty if it is missing. */
  const contentsOf = async (place: string) =>
    Promise.all(
      (await filesUnder(place).catch(() => []))
        .filter(({ isFolder }) => !isFolder)
        .map(async ({ path }) => [path, await readFile(join(place, path), 'utf8')]),
    );

  /** @returns undefined if it is incomplete */
  const unpacked = (compressed: Buffer): Buffer | undefined => {
    try {
      return gunzipSync(compressed);
    } catch {
      return undefined;
    }
  };

  /** A file that looks like a backup. */
  async function forged(entries: readonly (readonly [name: string, content: string, type?: 'symlink'])[]) {
    const archive = pack();
    for (const [name, content, type] of entries) {
      if (type === undefined) archive.entry({ name }, content);
      else archive.entry({ name, type, linkname: content });
    }
    archive.finalize();
    await pipeline(archive, createGzip(), createWriteStream(file()));
  }

  it('bring back everything that is kept, for its owner alone', async () => {
    await backedUp();
    assert.equal((await stat(file())).mode & 0o777, 0o600);
    const { exitCode, output } = await runCommand('restore', [file()], elsewhere());
    assert.equal(exitCode, 0);
    assert.match(output, /^Restored \d+ files/);

    const kept = (await contentsOf(data())).filter(([path = '']) => !/converted-|\.12345$/.test(path));
    assert.deepEqual(await contentsOf(elsewhere()), kept);
    const modes = (await filesUnder(elsewhere())).map(({ mode, isFolder }) =>
      isFolder ? mode - 0o100 : mode,
    );
    assert.deepEqual([...new Set(modes)], [0o600]);

    const [original, restored] = [data(), elsewhere()].map((place) =>
      openLowdbStore({ folder: place, log: recordedLog() }),
    );
    assert.ok(original && restored);
    assert.deepEqual(await everythingOf(restored, contoso), await everythingOf(original, contoso));
    await Promise.all([original.close(), restored.close()]);
  });

  it('never write over anything: neither an earlier backup nor a folder that is in use', async () => {
    await backedUp();
    const before = await readFile(file());
    const { exitCode, errors } = await runCommand('backup', [file()], data());
    assert.equal(exitCode, 1);
    assert.match(errors, /already exists/);
    assert.deepEqual(await readFile(file()), before);

    const contents = await contentsOf(data());
    await refused(file(), /is not empty\. Nothing was changed/, data());
    assert.deepEqual(await contentsOf(data()), contents);
  });

  it('refuse a backup that was cut off or changed anywhere, and write nothing', async () => {
    await backedUp();
    const whole = await readFile(file());
    const original = gunzipSync(whole);
    // Earlier bytes hold gzip's time and operating system.
    const first = 10;
    for (let place = first; place < whole.length; place += 23) {
      await writeFile(file(), whole.subarray(0, place));
      await refused(file(), /was not restored: /);
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(place) ^ 0x55, place);
      await writeFile(file(), changed);
      // Compression is not unique: files that decompress to the same bytes are the same backup.
      if (unpacked(changed)?.equals(original) !== true) await refused(file(), /was not restored: /);
    }
    assert.deepEqual(await contentsOf(elsewhere()), []);
  });

  it('refuse what is no backup, and one of a newer desk', async () => {
    await writeFile(file(), 'something else');
    await refused(file(), /corrupt or not a backup/);
    await forged([['notes.txt', 'a tar of something else']]);
    await refused(file(), /it is not a backup of Partner Desk/);
    await forged([['partner-desk-backup.json', JSON.stringify({ ...header, formatVersion: 2 })]]);
    await refused(file(), /this version of Partner Desk does not know its format/);
    await forged([['partner-desk-backup.json', JSON.stringify({ ...header, dataVersion: 99 })]]);
    await refused(file(), /newer Partner Desk: its data has version 99, and this one knows 2/);
    await refused(join(folder(), 'missing'), /ENOENT/);
    assert.deepEqual(await readdir(folder()), ['data', 'kept.tar.gz']);
  });

  for (const name of [
    '../outside',
    '/tmp/partner-desk-outside',
    'tenants/../../outside',
    'tenants/./x',
    'tenants//x',
    'tenants\\..\\..\\outside',
    'elsewhere/x',
    '.env',
    'tenants/.hidden',
  ]) {
    it(`refuse a backup with a file named ${name}, and write nothing`, async () => {
      await forged([
        ['partner-desk-backup.json', JSON.stringify(header)],
        [name, 'hostile'],
        ['checksums.sha256', ''],
      ]);
      await refused(file(), /does not belong in a data folder/);
      assert.deepEqual(await readdir(folder()), ['data', 'kept.tar.gz']);
    });
  }

  it('refuse a backup with links', async () => {
    await forged([
      ['partner-desk-backup.json', JSON.stringify(header)],
      ['tenants/x', '/etc', 'symlink'],
      ['checksums.sha256', ''],
    ]);
    await refused(file(), /holds an unexpected entry/);
  });

  it('say how they are used', async () => {
    for (const command of ['backup', 'restore']) {
      assert.equal((await runCommand(command, ['--help'], data())).exitCode, 0);
      const { exitCode, errors } = await runCommand(command, [], data());
      assert.equal(exitCode, 2);
      assert.match(errors, /Name one file/);
    }
    const wrong = await runCommand('restore', [join(folder(), 'missing')], elsewhere());
    assert.equal(wrong.exitCode, 1);
    assert.match(wrong.errors, /ENOENT/);
    const { errors } = await runCommand('backup', [file()], join(folder(), 'nowhere'));
    assert.match(errors, /There is no folder/);
  });
});
