import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startDesk, type DeskProcess } from '../support/desk/built-desk.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';

const production = {
  DESK_MODE: 'production',
  HOST: '127.0.0.1',
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppTenantId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  ADMINS: 'abcdefab-1111-4111-8111-111111111111=globalAdministrator',
  PARTNER_AUTHORITY: 'records',
};

describe('A desk, wherever it is hosted', function () {
  const running: DeskProcess[] = [];
  // Runs before the folder is removed.
  afterEach(async () => {
    for (const desk of running.splice(0)) await desk.kill();
  });
  const folder = temporaryFolder();

  function start(environment: Readonly<Record<string, string>> = {}, nodeArguments: readonly string[] = []) {
    const desk = startDesk(join(folder(), `data-${running.length}`), environment, nodeArguments);
    running.push(desk);
    return desk;
  }

  /** What it wrote for people, other than its log. */
  const sentences = ({ lines }: DeskProcess) => lines.filter((line) => !line.startsWith('{'));

  async function occupy(): Promise<{ readonly port: string; close(): void }> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { port: String((server.address() as AddressInfo).port), close: () => server.close() };
  }

  for (const [what, encode] of [
    ['UTF-8 with a byte-order mark', (settings: string) => Buffer.from(`\ufeff${settings}`)],
    ['UTF-16', (settings: string) => Buffer.from(`\ufeff${settings}`, 'utf16le')],
    ['big-endian UTF-16', (settings: string) => Buffer.from(`\ufeff${settings}`, 'utf16le').swap16()],
  ] as const)
    it(`reads settings in ${what}, the first one too`, async () => {
      const { MicrosoftAppId, ...rest } = production;
      const settings = join(folder(), '.env');
      await writeFile(
        settings,
        encode(`MicrosoftAppId=${MicrosoftAppId}\r\nMicrosoftAppPassword=secret\r\n`),
      );
      const url = await start(rest, [`--env-file-if-exists=${settings}`]).listening;
      assert.equal((await fetch(`${url}/health`)).status, 200);
    });

  it('says which setting is no text, and does not start', async () => {
    const settings = join(folder(), '.env');
    await writeFile(settings, Buffer.from('MAIL_FROM=Évry <desk@contoso.com>', 'latin1'));
    const desk = start({}, [`--env-file-if-exists=${settings}`]);
    assert.equal(await desk.ended, 1);
    assert.match(
      sentences(desk).join('\n'),
      /^MAIL_FROM in \S+ has characters [^\n]* Save the file as UTF-8 text\.$/,
    );
  });

  async function askOver(socketPath: string, path: string) {
    const asked = request({ socketPath, path, headers: { host: 'localhost' }, agent: false }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
  }

  it('listens on a socket, which the proxy may open, and which a killed desk leaves to the next', async function () {
    if (process.platform === 'win32') this.skip();
    const path = join(folder(), 'desk.sock');
    const first = start({ PORT: path });
    assert.equal(await first.listening, path);
    assert.deepEqual(await askOver(path, '/health'), { status: 200, body: '{"status":"alive"}' });
    assert.equal((await stat(path)).mode & 0o066, 0o066);

    const taken = start({ PORT: path });
    assert.equal(await taken.ended, 1);
    assert.match(
      sentences(taken).join('\n'),
      /^Partner Desk cannot listen on .*desk\.sock: another program uses it\. Set PORT/,
    );
    assert.equal((await askOver(path, '/health')).status, 200);

    await first.kill();
    const next = start({ PORT: path });
    await next.listening;
    assert.equal((await askOver(path, '/health')).status, 200);
    assert.equal(await next.stop(), 0);
    assert.deepEqual(
      (await readdir(folder())).filter((name) => name.endsWith('.sock')),
      [],
    );
  });

  it('removes no file that is in the way of its socket', async () => {
    const path = join(folder(), 'desk.sock');
    await writeFile(path, 'kept');
    assert.equal(await start({ PORT: path }).ended, 1);
    assert.equal((await stat(path)).size, 4);
  });

  it('answers HEAD like GET, without the body, also on a busy desk', async () => {
    const url = await start().listening;
    await until(async () => (await fetch(`${url}/ready`)).ok);
    const busy = Array.from({ length: 200 }, () => fetch(`${url}/ready`).then((response) => response.text()));
    for (const path of ['/health', '/ready', '/health/']) {
      const [get, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => fetch(`${url}${path}`, { method })),
      );
      assert.equal(head?.status, 200);
      assert.equal(await head.text(), '');
      for (const name of ['content-type', 'content-length', 'cache-control'])
        assert.equal(head.headers.get(name), get?.headers.get(name), name);
    }
    await Promise.all(busy);
  });

  it('ends at once where its port is taken, with one sentence, and leaves the other in peace', async () => {
    const dataDirectory = join(folder(), 'data-0');
    const first = start();
    const url = await first.listening;
    await until(async () => (await fetch(`${url}/ready`)).ok);
    const { port } = new URL(url);
    const elsewhere = start({ PORT: port });
    assert.equal(await elsewhere.ended, 1);
    assert.deepEqual(sentences(elsewhere), [
      `Partner Desk cannot listen on 127.0.0.1, port ${port}: another program uses it. Set PORT or HOST to another.`,
    ]);
    const same = start({ PORT: port, DATA_DIR: dataDirectory });
    assert.equal(await same.ended, 1);
    assert.equal(sentences(same).length, 1);
    assert.equal((await fetch(`${url}/ready`)).status, 200);
    assert.equal(await first.stop(), 0);
  });

  it('serves metrics on their own port alone', async () => {
    const desk = start();
    const url = await desk.listening;
    assert.equal(await desk.pending(), 0);
    const metrics = /"address":"([^"]+)\/metrics"/.exec(desk.lines.join())?.[1] ?? '';
    for (const [method, path, status] of [
      ['GET', '/metrics?name=x', 200],
      ['HEAD', '/metrics', 200],
      ['POST', '/metrics', 405],
      ['GET', '/health', 404],
      ['POST', '/api/messages', 404],
    ] as const)
      assert.equal((await fetch(`${metrics}${path}`, { method })).status, status, `${method} ${path}`);
    for (const path of ['/metrics', '/metrics/', '/health/../metrics', '/%6detrics'])
      assert.equal((await fetch(`${url}${path}`)).status, 404);
  });

  it('says which setting to change where the metrics’ port is taken, or METRICS is still set', async () => {
    const other = await occupy();
    const taken = start({ METRICS_PORT: other.port });
    assert.equal(await taken.ended, 1);
    assert.deepEqual(sentences(taken), [
      `Partner Desk cannot listen on 127.0.0.1, port ${other.port}: another program uses it. Set METRICS_PORT or METRICS_HOST to another.`,
    ]);
    other.close();
    const old = start({ METRICS: 'everyone' });
    assert.equal(await old.ended, 1);
    assert.match(sentences(old).join('\n'), /\n {2}- METRICS must be removed: set METRICS_PORT/);
  });
});

describe('The sandbox', () => {
  let desk: DeskProcess;
  afterEach(() => desk.kill());
  const folder = temporaryFolder();

  it('answers no page of somebody else and no proxy, on either port', async () => {
    desk = startDesk(folder());
    const url = await desk.listening;
    await desk.pending();
    const metrics = /"address":"([^"]+\/metrics)"/.exec(desk.lines.join())?.[1] ?? '';
    const status = async (address: string, headers: Record<string, string>) => {
      const asked = request(address, { headers, agent: false }).end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    for (const address of [`${url}/health`, metrics]) {
      assert.equal(await status(address, {}), 200);
      assert.equal(
        await status(address, { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' }),
        200,
      );
      for (const headers of [
        { host: 'desk.example' },
        { origin: 'http://desk.example' },
        { 'sec-fetch-site': 'cross-site' },
        { 'x-forwarded-for': '127.0.0.1' },
        { 'x-forwarded-host': 'desk.example' },
        { forwarded: 'for=127.0.0.1' },
        { via: '1.1 proxy' },
        { 'cf-connecting-ip': '127.0.0.1' },
      ])
        assert.equal(await status(address, headers), 403, JSON.stringify(headers));
    }
  });
});
