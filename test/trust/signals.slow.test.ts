import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { startDesk } from '../support/desk/built-desk.ts';
import { deskProgram } from '../support/desk/desk-program.ts';
import { messageToDesk } from '../support/desk/message-to-desk.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';
import { openConnector } from '../support/servers/connector-stand-in.ts';

const project = resolve(import.meta.dirname, '../..');
const people = 20;

describe('A desk that is told to end while it writes files', function () {
  const folder = temporaryFolder();
  let connector: Awaited<ReturnType<typeof openConnector>>;
  before(async () => {
    connector = await openConnector();
  });
  after(() => connector.close());

  /** Everybody talks to the desk, until they are told to come back later. */
  async function endUnderLoad(signals: readonly NodeJS.Signals[]) {
    const desk = startDesk(folder(), { LOG_LEVEL: 'info' });
    const url = await desk.listening;
    await until(async () => (await fetch(`${url}/ready`)).ok);
    const counts = { answered: 0, refused: 0, cut: 0 };
    const talk = async (_: unknown, person: number): Promise<void> => {
      const message = messageToDesk(connector.serviceUrl, 'find a provider in Paris');
      const activity = { ...message, conversation: { ...message.conversation, id: `chat-${person}` } };
      for (;;) {
        const status = await fetch(`${url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(activity),
        }).then(
          (response) => response.arrayBuffer().then(() => response.status),
          () => undefined,
        );
        if (status === 200) counts.answered += 1;
        else if (status === 503) counts.refused += 1;
        else counts.cut += 1;
        if (status !== 200) return;
      }
    };
    const talking = Promise.all(Array.from({ length: people }, talk));
    await until(() => counts.answered > 3 * people);
    for (const signal of signals) {
      desk.child.kill(signal);
      await until(() => counts.refused > 0 || desk.child.exitCode !== null || desk.child.signalCode !== null);
    }
    await talking;
    return { exit: (await desk.ended) ?? desk.child.signalCode, ...counts };
  }

  const everySignal: readonly NodeJS.Signals[][] = [
    ['SIGTERM'],
    ['SIGTERM', 'SIGTERM', 'SIGTERM'],
    ['SIGINT'],
    ['SIGHUP'],
    ['SIGINT', 'SIGTERM', 'SIGHUP'],
  ];
  for (const signals of everySignal)
    it(`answers or refuses every turn, and exits with 0, in each of two runs: ${signals.join(', ')}`, async () => {
      for (let run = 0; run < 2; run += 1) {
        const { exit, refused, cut } = await endUnderLoad(signals);
        assert.deepEqual({ exit, refused, cut }, { exit: 0, refused: people, cut: 0 });
      }
    });

  it('ends even while a disk or a name server does not answer, and says so', async () => {
    const providersFile = join(folder(), 'a-pipe-that-nobody-writes-to.csv');
    assert.equal(spawnSync('mkfifo', [providersFile]).status, 0);
    const desk = startDesk(join(folder(), 'data'), { PROVIDERS_FILE: providersFile });
    await desk.listening;
    assert.equal(await desk.stop(), null);
    assert.equal(desk.child.signalCode, 'SIGKILL');
    assert.match(desk.lines.at(-1) ?? '', /could not stop in time/);
  });

  it('ends even before it is ready', async () => {
    const desk = startDesk(folder());
    await until(() => desk.lines.length > 0);
    assert.equal(await desk.stop(), 0);
  });
});

describe('npm run serve', function () {
  const folder = temporaryFolder();
  let npm: ChildProcess;
  let printed = '';
  afterEach(() => {
    try {
      // Whatever is left of its process group.
      process.kill(-(npm.pid ?? 0), 'SIGKILL');
    } catch {
      // Nothing is.
    }
  });

  async function serve(shell: string): Promise<void> {
    deskProgram();
    printed = '';
    npm = spawn('npm', ['run', 'serve', '--script-shell', shell], {
      cwd: project,
      env: { PATH: process.env['PATH'], DESK_MODE: 'sandbox', DATA_DIR: folder(), PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    for (const stream of [npm.stdout, npm.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
    await until(() => printed.includes('is listening') || npm.exitCode !== null);
  }

  for (const shell of ['sh', 'bash']) {
    it(`ends the desk with npm, in ${shell}, when npm alone gets SIGTERM`, async () => {
      await serve(shell);
      npm.kill('SIGTERM');
      await once(npm, 'exit');
      assert.match(printed, /Partner Desk has stopped/);
    });

    it(`ends the desk after npm, in ${shell}, when npm is killed`, async () => {
      await serve(shell);
      npm.kill('SIGKILL');
      await until(() => printed.includes('Partner Desk has stopped'));
    });
  }
});
