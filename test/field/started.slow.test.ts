import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { portIfFree } from '../../src/cli/start/free-port.ts';
import { textOf } from '../support/cards/card-text.ts';
import { startDesk, type DeskProcess } from '../support/desk/built-desk.ts';
import { attachedCard } from '../support/desk/conversation.ts';
import { deskClient } from '../support/desk/desk-client.ts';
import { startDeskProcess } from '../support/desk/desk-process.ts';
import { deskProgram } from '../support/desk/desk-program.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';
import { openChannel } from '../support/servers/channel.ts';
import { openMicrosoftStandIn } from '../support/servers/microsoft-stand-in.ts';
import { openProxy } from '../support/servers/proxy.ts';
import { judge } from './judge.ts';
import { readAllOf, type StartedCase } from './read-cases.ts';

type Of<Key extends string> = Extract<StartedCase, { readonly do: Readonly<Record<Key, unknown>> }>;

describe('How the desk is set up, hosted, started and ended', function () {
  const running: { kill(): Promise<void> | void }[] = [];
  // Runs before the folder is removed.
  afterEach(async () => {
    for (const each of running.splice(0)) await each.kill();
  });
  const folder = temporaryFolder();

  function start(environment: Readonly<Record<string, string>>, nodeArguments: readonly string[] = []) {
    const desk = startDesk(join(folder(), 'data'), { HOST: '127.0.0.1', ...environment }, nodeArguments);
    running.push(desk);
    return desk;
  }

  /** Whether it listens; otherwise it ended. */
  const listens = (desk: DeskProcess): Promise<boolean> =>
    desk.listening.then(
      () => true,
      () => false,
    );

  /** What it wrote for people, other than its log. */
  const sentences = ({ lines }: DeskProcess) => lines.filter((line) => !line.startsWith('{')).join('\n');

  async function inTheSandbox({ do: input, expect }: Of<'sandbox'>): Promise<readonly string[]> {
    const desk = start(input.sandbox);
    const naming = 'refusesNaming' in expect ? expect.refusesNaming : expect.orRefusesNaming;
    if (!(await listens(desk)))
      return sentences(desk).includes(naming) ? [] : [`refuses without naming ${naming}`];
    if (!('served' in expect)) return ['starts'];
    const channel = await openChannel();
    running.push({ kill: channel.close });
    const { tenant, oid, say } = input.chat;
    const client = deskClient(await desk.listening, channel.serviceUrl);
    await client.say({ tenant, person: oid }, say).catch(() => undefined);
    const titles = channel.posted.map(({ activity }) => textOf(attachedCard([activity])).split('\n')[0]);
    return titles.join() === (expect.title ?? 'What you can say')
      ? []
      : [`answers with ${titles.join() || 'nothing'}`];
  }

  async function withNpm({ do: input, expect }: Of<'npmServe'>): Promise<readonly string[]> {
    deskProgram();
    const npm = spawn('npm', ['run', 'serve'], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'], DESK_MODE: 'sandbox', DATA_DIR: folder(), PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.push({
      kill: () => {
        try {
          // Whatever is left of its process group.
          process.kill(-(npm.pid ?? 0), 'SIGKILL');
        } catch {
          // Nothing is.
        }
      },
    });
    let printed = '';
    for (const stream of [npm.stdout, npm.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    await until(() => printed.includes('is listening') || npm.exitCode !== null);
    const [, url] = /"address":"([^"]+)".*is listening/.exec(printed) ?? [];
    assert.ok(url, printed);
    if ('request' in input && 'status' in expect) {
      const [method = '', path = ''] = input.request.split(' ');
      await until(async () => (await fetch(`${url}/ready`)).ok);
      const { status } = await fetch(`${url}${path}`, { method });
      return status === expect.status ? [] : [`status ${status}, right ${expect.status}`];
    }
    assert.equal((await fetch(`${url}/health`)).status, 200);
    npm.kill('signal' in input ? input.signal : undefined);
    await once(npm, 'exit');
    // The desk of an npm that dies of the signal itself ends after it. One that never ends fails by the test's timeout.
    const { port } = new URL(url);
    await until(async () => (await portIfFree('127.0.0.1', Number(port))) !== undefined);
    return [];
  }

  async function inProduction({ do: input, expect }: Of<'production'>): Promise<readonly string[]> {
    const desk = start({ DESK_MODE: 'production', PARTNER_AUTHORITY: 'records', ...input.production });
    const isListening = await listens(desk);
    // It stands in the working directory where there are no named pipes.
    if (isListening) assert.equal(await desk.stop(), 0);
    assert.ok(desk.lines.length > 0);
    const said = sentences(desk);
    return said.includes(expect.notSays) ? [`says “${expect.notSays}”`] : [];
  }

  async function withEnvFile({ do: input, expect }: Of<'envFile'>): Promise<readonly string[]> {
    const file = join(folder(), '.env');
    await writeFile(file, Buffer.from(input.envFile, input.encoding ?? 'utf8'));
    const desk = start({ DESK_MODE: 'production', PARTNER_AUTHORITY: 'records' }, [
      `--env-file-if-exists=${file}`,
    ]);
    return (await listens(desk)) || sentences(desk).includes(expect.orSays) ? [] : ['does not start'];
  }

  async function behindProxy({ do: input, expect }: Of<'proxy'>): Promise<readonly string[]> {
    const microsoft = await openMicrosoftStandIn(folder());
    running.push({ kill: microsoft.close });
    const proxy = await openProxy(microsoft.port);
    running.push({ kill: () => proxy.close() });
    const variables = input.proxy.map((name) => [name, `http://${proxy.host}`] as const);
    const desk = await startDeskProcess({
      ...microsoft.environment,
      DATA_DIR: join(folder(), 'data'),
      ...Object.fromEntries(variables),
    });
    await until(async () => (await fetch(`${desk.url}/ready`)).ok);
    await desk.stop();
    const seen = [...proxy.targets()].map((target) => `CONNECT ${target}`);
    return seen.includes(expect.proxySees) ? [] : [`the proxy saw ${seen.join() || 'nothing'}`];
  }

  function put(input: StartedCase): Promise<readonly string[]> {
    if ('sandbox' in input.do) return inTheSandbox(input as Of<'sandbox'>);
    if ('npmServe' in input.do) return withNpm(input as Of<'npmServe'>);
    if ('production' in input.do) return inProduction(input as Of<'production'>);
    return 'envFile' in input.do ? withEnvFile(input as Of<'envFile'>) : behindProxy(input as Of<'proxy'>);
  }

  for (const input of readAllOf('started'))
    it(`${input.id}: ${input.name}`, async () => {
      judge(input.id, await put(input));
    });
});
