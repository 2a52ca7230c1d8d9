import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { nextFreePort } from '../../../src/cli/start/free-port.ts';

/** The desk and the Playground, as `npm start` opens them. */
export interface Sandbox {
  /** The address to open in a browser. */
  readonly chatUrl: string;
  /** The page that stands for the admin center of a simulated tenant; undefined where there is none. */
  readonly adminCenterUrl: string | undefined;
  /** The folder with sent e-mails. */
  readonly outbox: string;
  /** Runs `npm run invite` with these arguments. @returns what it prints */
  readonly invite: (...words: readonly string[]) => Promise<string>;
}

const project = resolve(import.meta.dirname, '../../..');
const timeout = 120_000;

/** What decisions take effect in: the desk's records, or a simulated Microsoft 365 tenant. */
export type TakingEffectIn = 'records' | 'microsoft365';

const opened = new Map<TakingEffectIn, Promise<Sandbox & { close(): Promise<void> }>>();

after(async function () {
  this.timeout(timeout);
  // A sandbox that failed to open has closed itself and was reported.
  for (const each of opened.values()) await (await each.catch(() => undefined))?.close();
});

/** This run's only sandbox of its sort: opened on first use, with its own data, and closed after the last test. */
export function theSandbox(takingEffectIn: TakingEffectIn = 'records'): Promise<Sandbox> {
  const sandbox = opened.get(takingEffectIn) ?? openSandbox(takingEffectIn);
  opened.set(takingEffectIn, sandbox);
  return sandbox;
}

async function openSandbox(takingEffectIn: TakingEffectIn) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'partner-desk-browser-'));
  const port = await nextFreePort('127.0.0.1', 41_000);
  const start = ['--import', 'tsx', join(project, 'src/cli/start.ts')];
  const options = takingEffectIn === 'microsoft365' ? ['--microsoft365'] : [];
  const npmStart = spawn(process.execPath, [...start, ...options], {
    cwd: project,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory, MAIL: 'outbox' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    if (npmStart.exitCode === null && npmStart.kill('SIGTERM')) await once(npmStart, 'exit');
    await rm(dataDirectory, { recursive: true, force: true });
  };
  try {
    const { chatUrl, adminCenterUrl } = await printedAddresses(npmStart);
    const invite = (...words: readonly string[]) =>
      runInvite(words, { PORT: String(port), DATA_DIR: dataDirectory });
    return { chatUrl, adminCenterUrl, outbox: join(dataDirectory, 'outbox'), invite, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function runInvite(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const command = join(project, 'src/cli/invite.ts');
  const { PORT: port = '' } = environment;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', command, '--url', `http://127.0.0.1:${port}`, ...words],
    { cwd: project, env: { ...process.env, ...environment } },
  );
  return stdout;
}

/** Reads the output of `npm start` until all of its instructions are there. */
async function printedAddresses({ stdout }: ChildProcess) {
  let printed = '';
  for await (const chunk of stdout ?? []) {
    printed += String(chunk);
    const [, chatUrl] = /Chat +(http:\S+)/.exec(printed) ?? [];
    const [, adminCenterUrl] = /Center +(http:\S+)/.exec(printed) ?? [];
    if (chatUrl !== undefined && printed.includes('Ctrl-C')) return { chatUrl, adminCenterUrl };
  }
  throw new Error(`npm start exited before it printed the chat’s address. It printed:\n${printed}`);
}
