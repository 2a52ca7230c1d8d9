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
  /** The folder with sent e-mails. */
  readonly outbox: string;
  /** Runs `npm run invite` with these arguments. @returns what it prints */
  readonly invite: (...words: readonly string[]) => Promise<string>;
}

const project = resolve(import.meta.dirname, '../../..');
const timeout = 120_000;

let opened: Promise<Sandbox & { close(): Promise<void> }> | undefined;

after(async function () {
  this.timeout(timeout);
  // A sandbox that failed to open has closed itself and was reported.
  const sandbox = await opened?.catch(() => undefined);
  await sandbox?.close();
});

/** The one sandbox of this run: opened on first use, with its own data, and closed after the last test. */
export function theSandbox(): Promise<Sandbox> {
  return (opened ??= openSandbox());
}

async function openSandbox() {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'partner-desk-browser-'));
  const port = await nextFreePort('127.0.0.1', 41_000);
  const npmStart = spawn(process.execPath, ['--import', 'tsx', join(project, 'src/cli/start.ts')], {
    cwd: project,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory, MAIL: 'outbox' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    if (npmStart.exitCode === null && npmStart.kill('SIGTERM')) await once(npmStart, 'exit');
    await rm(dataDirectory, { recursive: true, force: true });
  };
  try {
    const chatUrl = await printedAddress(npmStart);
    const invite = (...words: readonly string[]) =>
      runInvite(words, { PORT: String(port), DATA_DIR: dataDirectory });
    return { chatUrl, outbox: join(dataDirectory, 'outbox'), invite, close };
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

/** Reads the output of `npm start` until it prints the chat's address. */
async function printedAddress({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of stdout ?? []) {
    printed += String(chunk);
    const [, address] = /Chat +(http:\S+)/.exec(printed) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error(`npm start exited before it printed the chat’s address. It printed:\n${printed}`);
}
