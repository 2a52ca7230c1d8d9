import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { startDeskProcess, type DeskProcess } from '../support/desk/desk-process.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { fuzzRuns } from '../support/processes/fuzz-runs.ts';
import { openIdentityStandIn, type IdentityStandIn } from '../support/servers/identity-stand-in.ts';

const throwOnSignal = resolve(import.meta.dirname, '../support/processes/throw-on-signal.ts');

/** Hosts that make no URL, or one that only some parsers accept. */
const hosts = [
  'a b',
  '127.999.999.999',
  'localhost:99999999',
  '[',
  '[::1',
  '%zz',
  '',
  'ex\u00e4mple',
  '@',
  'a@b:c',
  '\\',
  '/',
  '?#',
];
const targets = [
  'http://[',
  'http://a b/',
  '*',
  '//',
  '/%',
  '/%zz/../health',
  'health',
  '/health?%',
  '\\\\host',
  'http:',
  '/\u00ff',
];

describe('Whatever a client sends to a production desk', () => {
  let identity: IdentityStandIn;
  let desk: DeskProcess;
  // Runs before the folder is removed.
  afterEach(async () => {
    await desk.stop();
    await identity.close();
  });
  const folder = temporaryFolder();
  beforeEach(async () => {
    identity = await openIdentityStandIn(folder());
    desk = await startDeskProcess({ ...identity.environment, DATA_DIR: join(folder(), 'data') });
  });

  /** Sends bytes over a connection of their own and half-closes it. @returns all that comes back, empty if it is cut */
  async function send(request: string): Promise<string> {
    const socket = connect({ port: Number(new URL(desk.url).port), host: '127.0.0.1', allowHalfOpen: true });
    socket.end(Buffer.from(request, 'latin1'));
    return text(socket).catch(() => '');
  }

  async function assertServes(): Promise<void> {
    const { status } = await fetch(`${desk.url}/health`);
    assert.equal(status, 200);
    assert.deepEqual(desk.logged(/unexpected error/), []);
  }

  for (const host of hosts)
    it(`as the Host “${host}”: never ends the process`, async () => {
      assert.match(
        await send(`GET /health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
        /^HTTP\/1\.1 [24]/,
      );
      await assertServes();
    });

  it('with two Host headers: is refused, since a proxy may have read the other', async () => {
    assert.match(await send('GET /health HTTP/1.1\r\nHost: desk\r\nHost: other\r\n\r\n'), /^HTTP\/1\.1 400/);
    await assertServes();
  });

  for (const target of targets)
    it(`as the target “${target}”: never ends the process`, async () => {
      assert.match(
        await send(`GET ${target} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n`),
        /^HTTP\/1\.1 [24]/,
      );
      await assertServes();
    });

  it('as a request line and headers: never ends the process', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...hosts, ...targets, '\r\n', '\t', '\0', 'HTTP/1.1', ',', ';', 'localhost'),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.nat().map(String),
    );
    const value = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(''));
    const method = fc.oneof(
      fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT', 'TRACE', 'DELETE', 'PROPFIND'),
      value,
    );
    const target = fc.oneof(
      fc.constantFrom('/health', '/api/messages', '/api/invitations', ...targets),
      value,
    );
    const name = fc.oneof(
      fc.constantFrom(
        ...[
          'Host',
          'Connection',
          'Upgrade',
          'Expect',
          'Accept',
          'Accept-Version',
          'Content-Type',
          'Content-Length',
        ],
        ...[
          'Transfer-Encoding',
          'Authorization',
          'X-Forwarded-Host',
          'X-Forwarded-Proto',
          'Date',
          'If-Match',
        ],
      ),
      value,
    );
    const headers = fc
      .array(fc.tuple(name, value), { maxLength: 4 })
      .map((fields) => fields.map(([field, content]) => `${field}: ${content}\r\n`).join(''));
    const request = fc
      .tuple(method, target, fc.boolean(), headers, value)
      .map(
        ([verb, path, hasHost, fields, body]) =>
          `${verb} ${path} HTTP/1.1\r\n${hasHost ? 'Host: desk\r\n' : ''}${fields}\r\n${body}`,
      );
    // Many in flight: one after the other, thousands of connections take minutes.
    const batch = fc.array(request, { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(batch, async (requests) => {
        await Promise.all(requests.map(send));
        await assertServes();
      }),
      { numRuns: fuzzRuns(150) },
    );
  });
});

describe('A production desk in which something fails that nobody handles', () => {
  const folder = temporaryFolder();

  it('says what, stops gracefully and exits with an error, so that whatever runs it starts it again', async () => {
    const identity = await openIdentityStandIn(folder());
    const environment = { ...identity.environment, DATA_DIR: join(folder(), 'data') };
    const desk = await startDeskProcess(environment, throwOnSignal);
    assert.equal(await desk.stop('SIGUSR2'), 1);
    assert.equal(desk.logged(/unexpected error: the desk stops/).length, 1);
    assert.equal(desk.logged(/Partner Desk has stopped/).length, 1);
    assert.doesNotMatch(desk.printed(), /the secret in an error message/);
    const restarted = await startDeskProcess(environment);
    assert.equal(await restarted.stop(), 0);
    await identity.close();
  });
});
