import assert from 'node:assert/strict';
import { startDesk, type DeskProcess } from '../support/desk/built-desk.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { rawSocket } from '../support/processes/raw-socket.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

const get = 'GET /health HTTP/1.1\r\nHost: localhost\r\n';
const post = 'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
const http2 =
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n';

/** Asks for another protocol, each in its own way, and what the desk answers before it disconnects. */
const otherProtocols: readonly (readonly [string, string, RegExp])[] = [
  ['a web socket', `${get}${upgrade}\r\n`, /^HTTP\/1\.1 200 .*\r\n\r\n\{"status":"alive"\}$/s],
  ['HTTP/2', `${get}${http2}\r\n`, /^HTTP\/1\.1 200 /],
  [
    'a web socket where there is nothing',
    `${get.replace('health', 'socket')}${upgrade}\r\n`,
    /^HTTP\/1\.1 404 /,
  ],
  ['HTTP/2, with a body', `${post}${http2}Content-Length: 2\r\n\r\n[]`, /^HTTP\/1\.1 400 /],
  [
    'a protocol nobody knows',
    `${get}Connection: x, upgrade\r\nUpgrade: \t?/9, foo\r\n\r\n`,
    /^HTTP\/1\.1 200 /,
  ],
  [
    'two at once, after another request',
    `${get}\r\n${get}${upgrade}\r\n${get}${upgrade}\r\n`,
    /^(HTTP\/1\.1 200 [^]*){2}$/,
  ],
  ['a tunnel', 'CONNECT desk:443 HTTP/1.1\r\nHost: desk\r\n\r\n', /^$/],
  [
    'a tunnel, after another request',
    `${get}\r\nCONNECT desk:443 HTTP/1.1\r\nHost: desk\r\n\r\nbytes`,
    /^(HTTP\/1\.1 200 .*)?$/s,
  ],
];

describe('A desk, whatever is connected to it', function () {
  const folder = temporaryFolder();
  let connector: Awaited<ReturnType<typeof openConnector>>;
  let desk: DeskProcess;
  let url: string;
  beforeEach(async () => {
    connector = await openConnector();
    desk = startDesk(folder(), { LOG_LEVEL: 'info' });
    url = await desk.listening;
  });
  afterEach(async () => {
    await desk.kill();
    await connector.close();
  });

  async function assertServes(): Promise<void> {
    assert.equal((await fetch(`${url}/health`)).status, 200);
    assert.equal(desk.child.exitCode, null);
  }

  for (const [what, bytes, answer] of otherProtocols)
    it(`answers who asks for ${what} as if they had not, and disconnects at once`, async () => {
      const { closed } = await rawSocket(url, bytes);
      assert.match(await closed, answer);
      await assertServes();
    });

  it('goes on with a client whose proxy writes “Connection: upgrade” on every request', async () => {
    const { socket, closed } = await rawSocket(url, `${get}Connection: upgrade\r\n\r\n`);
    let answers = 0;
    socket.on('data', (chunk) => (answers += chunk.toString().split('HTTP/1.1 200').length - 1));
    await until(() => answers === 1);
    socket.write(`${get}Connection: close\r\n\r\n`);
    await closed;
    assert.equal(answers, 2);
  });

  it('keeps none of 2,000 connections that ask for another protocol, and answers meanwhile', async () => {
    const all = Array.from({ length: 2000 }, (_, index) => otherProtocols[index % otherProtocols.length]);
    const sockets = await Promise.all(all.map((given) => rawSocket(url, given?.[1] ?? '')));
    await assertServes();
    await Promise.all(sockets.map(({ closed }) => closed));
    await assertServes();
  });

  it('answers beside 2,000 connections that say nothing', async () => {
    const sockets = await Promise.all(Array.from({ length: 2000 }, () => rawSocket(url, '')));
    await assertServes();
    for (const { socket } of sockets) socket.destroy();
  });

  it('ends on SIGTERM, and has answered what it had taken', async () => {
    await until(async () => (await fetch(`${url}/ready`)).ok);
    connector.behaveAs(({ conversation }) => (conversation === 'stuck' ? 'hang' : 'take'));
    const message = messageToDesk(connector.serviceUrl, 'help');
    const turn = (conversation: string) =>
      fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...message, conversation: { ...message.conversation, id: conversation } }),
      }).then(
        ({ status }) => status,
        () => 'cut',
      );
    const stuck = turn('stuck');
    await until(() => connector.hanging() > 0);

    const halfSent = `${post}Content-Length: 1000\r\n\r\n{`;
    const connected = [
      ...otherProtocols.map(([, bytes]) => bytes),
      '',
      'G',
      `${get}X-Never: `,
      `${get}\r\n`,
      halfSent,
      `${post}Transfer-Encoding: chunked\r\n\r\n5\r\n{`,
      `${post}${upgrade}Content-Length: 1000\r\n\r\n{`,
      `${post}Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n`,
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    ];
    await Promise.all([
      ...connected.map((bytes) => rawSocket(url, bytes)),
      rawSocket(url, `${get}\r\n`.repeat(10_000), 'never'),
      ...[halfSent, `${get}\r\n`, ''].map(async (bytes) => (await rawSocket(url, bytes)).socket.end()),
    ]);
    const stopped = desk.stop();
    const late = await rawSocket(url, `${get}${upgrade}\r\n`);
    assert.match(await late.closed, /^(HTTP\/1\.1 (200|503) .*)?$/s);
    assert.equal(await stopped, 0);
    assert.equal(await stuck, 'cut');
    assert.ok(desk.lines.some((line) => line.includes('Partner Desk has stopped')));
    assert.ok(!desk.lines.some((line) => line.includes('could not stop in time')));
  });
});
