import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type OpenSandbox, type Sandbox } from '../../src/cli/start/open-sandbox.ts';
import { playground } from '../../src/cli/start/playground.ts';
import { nextFreePort, portIfFree } from '../../src/cli/start/free-port.ts';
import { sandboxEnvironment } from '../../src/cli/start/sandbox-environment.ts';
import { run, type Program } from '../../src/cli/start/program.ts';
import { rawSocket } from '../support/processes/raw-socket.ts';

const host = '127.0.0.1';

/** Answers every request, and ends by itself with this exit code when it is asked for `/end`. */
const standIn = `
  import { createServer } from 'node:http';
  const [port, exitCode] = process.argv.slice(2).map(Number);
  createServer((request, response) => {
    response.end('ok', () => { if (request.url === '/end') process.exit(exitCode); });
  }).listen(port, '${host}');
`;

describe('npm start', () => {
  let folder: string;
  let stop: AbortController;
  let occupant: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-start-'));
    await writeFile(join(folder, 'stand-in.mjs'), standIn);
    await writeFile(join(folder, 'broken.mjs'), 'process.exit(3);');
    stop = new AbortController();
  });

  afterEach(async () => {
    stop.abort();
    occupant?.close();
    await rm(folder, { recursive: true });
  });

  function program(name: string, script: string, ...options: (string | number)[]): Program {
    return {
      name,
      nodeArguments: [join(folder, script), ...options.map(String)],
      environment: process.env,
      output: 'hidden',
      whereToLook: 'Look there.',
    };
  }

  async function standIns(changes: Partial<Sandbox> = {}): Promise<Sandbox> {
    return {
      listen: { host, port: 0 },
      desk: (port) => program('The desk', 'stand-in.mjs', port, 4),
      playgroundPort: await nextFreePort(host, 42_000),
      playground: (port) => program('The Playground', 'stand-in.mjs', port, 5),
      ...changes,
    };
  }

  function realPlayground(port: number, deskUrl: string): Program {
    return playground({
      port,
      messagesUrl: `${deskUrl}/api/messages`,
      logFile: join(folder, 'playground.log'),
      openBrowser: false,
      environment: process.env,
    });
  }

  /** Listens on a port for the length of the test. */
  async function occupy(): Promise<number> {
    const port = await nextFreePort(host, 43_000);
    occupant = createServer().listen(port, host);
    await once(occupant, 'listening');
    return port;
  }

  /** Opens the sandbox, does something with its addresses, and waits for the end. */
  async function whileOpen(sandbox: Sandbox, act: (addresses: OpenSandbox) => Promise<void>): Promise<void> {
    let acted = Promise.resolve();
    const ended = openSandbox(
      sandbox,
      (addresses) => {
        acted = act(addresses);
        // Report failures at once rather than when the test times out.
        acted.catch(() => {
          stop.abort();
        });
      },
      stop.signal,
    );
    await ended.finally(() => acted);
  }

  async function assertFree(...urls: string[]): Promise<void> {
    for (const url of urls)
      assert.notEqual(await portIfFree(host, Number(new URL(url).port)), undefined, url);
  }

  it('opens the desk and the Playground, and ends both when it is stopped', async () => {
    let addresses: OpenSandbox | undefined;
    await whileOpen(await standIns(), async (opened) => {
      addresses = opened;
      assert.equal((await fetch(`${opened.deskUrl}/ready`)).status, 200);
      assert.equal((await fetch(opened.playgroundUrl)).status, 200);
      stop.abort();
    });
    assert.ok(addresses);
    await assertFree(addresses.deskUrl, addresses.playgroundUrl);
  });

  it('says which port is in use, and how to choose another, before it builds', async () => {
    const port = await occupy();
    let prepared = 0;
    const prepare = (): void => {
      prepared += 1;
    };
    await assert.rejects(
      whileOpen(await standIns({ listen: { host, port }, prepare }), () => Promise.resolve()),
      { name: 'StartError', message: new RegExp(`^Port ${port} is in use .*PORT=${port + 1} npm start`) },
    );
    // Building would replace what a running desk may still load.
    assert.equal(prepared, 0);
    await whileOpen(await standIns({ prepare }), () => {
      stop.abort();
      return Promise.resolve();
    });
    assert.equal(prepared, 1);
  });

  it('takes the next free port for the Playground where its own is in use', async () => {
    const port = await occupy();
    await whileOpen(await standIns({ playgroundPort: port }), ({ playgroundUrl }) => {
      assert.ok(Number(new URL(playgroundUrl).port) > port);
      stop.abort();
      return Promise.resolve();
    });
  });

  it('says that the desk ended before it was ready', async () => {
    await assert.rejects(
      whileOpen(await standIns({ desk: () => program('The desk', 'broken.mjs') }), () => Promise.resolve()),
      { name: 'StartError', message: 'The desk ended before it was ready. Look there.' },
    );
  });

  it('ends the desk where the Playground does not start', async () => {
    let deskUrl = '';
    const sandbox = await standIns({
      playground: (_, url) => {
        deskUrl = url;
        return program('The Playground', 'broken.mjs');
      },
    });
    await assert.rejects(
      whileOpen(sandbox, () => Promise.resolve()),
      { message: 'The Playground ended before it was ready. Look there.' },
    );
    await assertFree(deskUrl);
  });

  for (const [which, name, exitCode] of [
    ['deskUrl', 'The desk', 4],
    ['playgroundUrl', 'The Playground', 5],
  ] as const) {
    it(`ends the other when ${name.toLowerCase()} ends, and says so`, async () => {
      let addresses: OpenSandbox | undefined;
      await assert.rejects(
        whileOpen(await standIns(), async (opened) => {
          addresses = opened;
          await fetch(`${opened[which]}/end`).catch(() => undefined);
        }),
        { message: `${name} ended with exit code ${exitCode}, so the other was stopped. Look there.` },
      );
      assert.ok(addresses);
      await assertFree(addresses.deskUrl, addresses.playgroundUrl);
    });
  }

  it('serves the real Playground, to this machine only', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    const sandbox = await standIns({ playground: realPlayground });
    await whileOpen(sandbox, async ({ playgroundUrl }) => {
      const page = await (await fetch(playgroundUrl)).text();
      assert.match(page, /<title>.*Playground/);
      if (outside !== undefined) {
        await assert.rejects(fetch(playgroundUrl.replace(host, outside.address)), TypeError);
      }
      stop.abort();
    });
  });

  it('serves the real Playground to no page of somebody else, to no proxy, and to no web socket of theirs', async () => {
    const sandbox = await standIns({ playground: realPlayground });
    await whileOpen(sandbox, async ({ playgroundUrl }) => {
      const { host: own } = new URL(playgroundUrl);
      const statusOf = async (...fields: string[]) => {
        const head = [`Host: ${own}`, ...fields].join('\r\n');
        const { closed } = await rawSocket(
          playgroundUrl,
          `GET / HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n`,
        );
        return /^HTTP\/1\.1 (\d+)/.exec(await closed)?.[1];
      };
      assert.equal(await statusOf(), '200');
      assert.equal(await statusOf(`Origin: ${playgroundUrl}`, 'Sec-Fetch-Site: same-origin'), '200');
      for (const field of [
        'Origin: http://desk.example',
        'Sec-Fetch-Site: cross-site',
        'X-Forwarded-For: 192.0.2.7',
      ])
        assert.equal(await statusOf(field), '403');
      assert.equal(await statusOf('Host: desk.example'), '403');

      const socket = (...fields: string[]) => {
        const given = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', ...fields];
        const head = [...given, 'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg=='].join('\r\n');
        return rawSocket(playgroundUrl, `GET /_ws/log/stream HTTP/1.1\r\n${head}\r\n\r\n`);
      };
      for (const field of [
        `Host: desk.example`,
        `Host: ${own}\r\nOrigin: http://desk.example`,
        `Host: ${own}\r\nVia: x`,
      ])
        assert.equal(await (await socket(field)).closed, '');
      const welcome = await socket(`Host: ${own}`, `Origin: ${playgroundUrl}`);
      const [greeting] = (await once(welcome.socket, 'data')) as [Buffer];
      assert.match(greeting.toString(), /^HTTP\/1\.1 101 /);
      welcome.socket.destroy();
      stop.abort();
    });
  });

  it('ends the real Playground rather than let it listen on another port', async () => {
    await run(realPlayground(await occupy(), 'http://127.0.0.1:9')).ended;
    assert.match(
      await readFile(join(folder, 'playground.log'), 'utf8'),
      /The port was taken by another program/,
    );
  });

  it('leaves out a bot registration, which the Playground does not use, and keeps the rest', () => {
    const environment = sandboxEnvironment({ MicrosoftAppId: 'a', MicrosoftAppPassword: 'b', PORT: '4000' });
    assert.deepEqual(environment, { PORT: '4000', DESK_MODE: 'sandbox', LOG_LEVEL: 'warn' });
    assert.equal(sandboxEnvironment({ LOG_LEVEL: 'debug' })['LOG_LEVEL'], 'debug');
  });
});
