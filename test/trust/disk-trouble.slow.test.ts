import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { startDesk, type DeskProcess } from '../support/desk/built-desk.ts';
import { deskClient } from '../support/desk/desk-client.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

const nothingChanged = /The desk could not save this, so nothing was changed\. Try again in a minute\./;

/** Only root can mount a disk to fill up and make read-only. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();

function canMount(): boolean {
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

describe('A desk in trouble with its disk', function () {
  const folder = temporaryFolder();
  const data = () => join(folder(), 'data');
  const [contoso, fabrikam] = [randomUUID(), randomUUID()];
  let connector: Awaited<ReturnType<typeof openConnector>>;
  let desk: DeskProcess | undefined;

  beforeEach(async () => {
    connector = await openConnector();
  });
  afterEach(async () => {
    await desk?.kill();
    await connector.close();
  });

  async function start() {
    desk = startDesk(data());
    const client = deskClient(await desk.listening, connector.serviceUrl);
    await until(async () => (await client.ready()).status === 200);
    return client;
  }

  const adele = (tenant: string) => ({ tenant, person: 'adele' });

  /** Notifies a person in the tenant of an invitation. @returns its id */
  async function invited(client: ReturnType<typeof deskClient>, tenant: string): Promise<string> {
    await client.install(adele(tenant));
    const before = connector.taken.length;
    assert.equal(await client.invite(tenant, { id: randomUUID(), name: 'Fabrikam' }), 202);
    const idIn = () =>
      connector.taken
        .slice(before)
        .map(({ activity }) => /"invitation":"([^"]+)"/.exec(JSON.stringify(activity))?.[1])
        .find((id) => id !== undefined);
    await until(() => idIn() !== undefined);
    return idIn() ?? '';
  }

  const red = { status: 503, store: false, directory: true };
  const green = { status: 200, store: true, directory: true };

  describe('that is a disk of its own', function () {
    before(function () {
      if (!mayMount) this.skip();
    });
    const mount = (...args: string[]) => {
      assert.equal(spawnSync('mount', args, { stdio: 'inherit' }).status, 0);
    };
    beforeEach(async () => {
      await mkdir(data());
      mount('-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', data());
    });
    afterEach(async () => {
      await desk?.kill();
      spawnSync('umount', ['-l', data()]);
    });

    for (const [title, breakIt, mendIt] of [
      [
        'is full',
        async () => {
          const { bavail, bsize } = await statfs(data());
          const filler = Buffer.alloc(bavail * bsize);
          await writeFile(join(data(), 'filler'), filler);
        },
        () => rm(join(data(), 'filler')),
      ],
      [
        'turned read-only',
        () => {
          mount('-o', 'remount,ro', data());
          return Promise.resolve();
        },
        () => {
          mount('-o', 'remount,rw', data());
          return Promise.resolve();
        },
      ],
    ] as const) {
      it(`which ${title} says that nothing was changed, is not ready, and goes on by itself once it can write`, async () => {
        const invitation = await invited(await start(), contoso);
        // A disk with a file open for writing cannot be remounted read-only.
        assert.equal(await desk?.stop(), 0);
        const client = await start();
        await breakIt();

        const pressed = await client.press(adele(contoso), 'invitation.authorize', { invitation });
        assert.match(pressed, nothingChanged);
        assert.equal(await client.invite(contoso, { id: randomUUID(), name: 'Another' }), 503);
        assert.deepEqual(await client.ready(), red);
        // Reads still work.
        assert.match(await client.press(adele(contoso), 'invitation.open', { invitation }), /"Authorize"/);

        await mendIt();
        await until(async () => isDeepStrictEqual(await client.ready(), green));
        assert.match(
          await client.press(adele(contoso), 'invitation.authorize', { invitation }),
          /authorized it on/,
        );
        assert.equal(await desk?.stop(), 0);
        assert.match(
          await (await start()).press(adele(contoso), 'invitation.open', { invitation }),
          /authorized it on/,
        );
      });
    }
  });

  it('where its folder was taken away says so, and goes on once it is back', async () => {
    const client = await start();
    const invitation = await invited(client, contoso);
    await rename(join(data(), 'tenants'), join(data(), 'away'));
    await writeFile(join(data(), 'tenants'), '');
    assert.equal(await client.invite(fabrikam, { id: randomUUID(), name: 'Another' }), 503);
    assert.deepEqual(await client.ready(), red);
    await rm(join(data(), 'tenants'));
    await rename(join(data(), 'away'), join(data(), 'tenants'));
    await until(async () => isDeepStrictEqual(await client.ready(), green));
    const pressed = await client.press(adele(contoso), 'invitation.authorize', { invitation });
    assert.match(pressed, /authorized it on/);
  });

  it('that made a tenant’s file corrupt closes that tenant, names the file, keeps it, and serves the others', async () => {
    const client = await start();
    const invitation = await invited(client, contoso);
    const other = await invited(client, fabrikam);
    assert.equal(await desk?.stop(), 0);
    const file = join(data(), 'tenants', contoso, 'records/invitation', `${invitation}.json`);
    const sound = await readFile(file, 'utf8');
    await chmod(file, 0o600);
    await writeFile(file, sound.slice(0, 40));

    const again = await startCorrupt();
    assert.match(await again.press(adele(contoso), 'invitation.open', { invitation }), nothingChanged);
    assert.equal(await again.invite(contoso, { id: randomUUID(), name: 'Another' }), 503);
    assert.match(
      await again.press(adele(fabrikam), 'invitation.authorize', { invitation: other }),
      /authorized it on/,
    );
    assert.deepEqual(await again.ready(), red);
    assert.ok(desk?.lines.some((line) => line.includes(`${invitation}.json: not JSON`)));
    assert.equal(await readFile(file, 'utf8'), sound.slice(0, 40));

    await writeFile(file, sound);
    assert.match(
      await again.press(adele(contoso), 'invitation.authorize', { invitation }),
      /authorized it on/,
    );
    await until(async () => isDeepStrictEqual(await again.ready(), green));
  });

  async function startCorrupt() {
    desk = startDesk(data());
    const client = deskClient(await desk.listening, connector.serviceUrl);
    await until(async () => (await client.ready()).directory);
    return client;
  }
});
