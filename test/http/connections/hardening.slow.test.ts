import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { openDesk } from '../../support/desk/open-desk.ts';
import { until } from '../../support/processes/until.ts';
import { openConnector } from '../../support/servers/connector-stand-in.ts';

describe('The desk’s HTTP server', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  before(async () => {
    desk = await openDesk();
  });
  after(() => desk.close());

  /** Not `once`, which rejects on the error of a connection that is cut off during a write. */
  function closed(socket: Socket): Promise<void> {
    return new Promise((resolve) => {
      socket.once('close', () => {
        resolve();
      });
    });
  }

  function open({ url } = desk): Socket {
    return connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  }

  for (const [method, path] of [
    ['GET', '/health'],
    ['GET', '/ready'],
    ['GET', '/metrics'],
    ['GET', '/nothing'],
    ['POST', '/api/messages'],
    ['POST', '/api/invitations'],
  ] as const) {
    it(`tells browsers to do nothing with what ${method} ${path} answers, and not what it runs on`, async () => {
      const { headers } = await fetch(`${desk.url}${path}`, { method });
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
      assert.equal(headers.get('server'), null);
      assert.equal(headers.get('x-powered-by'), null);
      assert.equal(headers.get('strict-transport-security'), null);
    });
  }

  it('asks browsers to come over TLS only where a proxy says that they do', async () => {
    const { headers } = await fetch(`${desk.url}/health`, { headers: { 'x-forwarded-proto': 'https' } });
    assert.equal(headers.get('strict-transport-security'), 'max-age=15552000');
  });

  it('reads nothing of a body that is announced as too large', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '1000000000' };
    const sent = request(`${desk.url}/api/messages`, { method: 'POST', headers, agent: false });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    assert.equal(response.statusCode, 413);
    assert.match(await text(response), /larger than 256 kB/);
    await once(sent, 'close');
  });

  it('cuts off a body that turns out too large, and does not read on', async () => {
    const socket = open();
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.write(
      'POST /api/messages HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const sending = setInterval(() => socket.write(chunk), 2);
    await closed(socket);
    clearInterval(sending);
    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  it('decompresses nothing', async () => {
    const packed = gzipSync(Buffer.alloc(10_000_000));
    const { status } = await fetch(`${desk.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: new Uint8Array(packed),
    });
    assert.equal(status, 415);
  });

  it('disconnects clients that send headers or a body in drops, and serves others meanwhile', async () => {
    const hasty = await openDesk({ limits: { headers: 1000, request: 2000, idle: 1000, check: 20 } });
    const begun = 'POST /api/messages HTTP/1.1\r\nhost: localhost\r\n';
    const slow = [
      ...Array.from({ length: 100 }, () => ({ begins: begun, drop: 'x' })),
      ...Array.from({ length: 100 }, () => ({
        begins: `${begun}content-type: application/json\r\ncontent-length: 100000\r\n\r\n`,
        drop: ' ',
      })),
      ...Array.from({ length: 100 }, () => ({ begins: '', drop: '' })),
    ];
    const left = new Set(
      slow.map(({ begins, drop }) => {
        const socket = open(hasty).resume();
        socket.write(begins);
        const dripping = setInterval(() => socket.write(drop), 50);
        socket.on('close', () => {
          clearInterval(dripping);
          left.delete(socket);
        });
        return socket;
      }),
    );
    assert.equal((await hasty.post(hasty.message('find a provider'))).status, 200);
    await until(() => left.size === 0);
    await hasty.close();
  });

  it('disconnects a client that reads nothing of what it asked for', async () => {
    const hasty = await openDesk({ limits: { idle: 60_000, stalled: 500, check: 20 } });
    const socket = open(hasty).pause();
    const asked = 'GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(1000);
    // Until the buffers of both ends are full.
    const sending = setInterval(() => socket.writableNeedDrain || socket.write(asked), 1);
    await closed(socket);
    clearInterval(sending);
    await hasty.close();
  });

  it('lets connections that say nothing keep nobody out, and cuts off none that is being answered', async () => {
    const small = await openDesk({ limits: { connections: 20 } });
    const connector = await openConnector();
    connector.behaveAs(() => 'hang');
    const message = { ...small.message('help'), serviceUrl: connector.serviceUrl };
    const answered = small.post(message);
    await until(() => connector.hanging() > 0);
    const silent = Array.from({ length: 100 }, () => open(small));
    let left = silent.length;
    for (const socket of silent) socket.resume().once('close', () => (left -= 1));
    await until(() => left <= 20);
    assert.equal((await fetch(`${small.url}/health`)).status, 200);
    await connector.close();
    // The turn failed with its connector, and says so.
    assert.equal((await answered).status, 500);
    await small.close();
  });
});
