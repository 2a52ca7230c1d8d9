import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const project = join(import.meta.dirname, '../..');
const program = join(project, 'dist/index.js');
let isBuilt = false;

/** What every desk that a test starts is told to sign and check posted invitations with. */
export const processSecret = 'the secret that posted invitations are signed with here';

/** The desk as it is deployed, as a process of its own. */
export interface DeskProcess {
  readonly child: ChildProcess;
  /** Its log, and what else it wrote, a line each. */
  readonly lines: readonly string[];
  /** Where it listens. @throws Error with what it wrote, where it ended before */
  readonly listening: Promise<string>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end. @returns its exit code */
  stop(): Promise<number | null>;
  /** @returns its exit code, once it has ended by itself */
  readonly ended: Promise<number | null>;
}

/** Starts the built desk in the sandbox, on a free port. It is built first where its source is newer. */
export function startDesk(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): DeskProcess {
  build();
  const child = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      DESK_MODE: 'sandbox',
      DATA_DIR: dataDirectory,
      PORT: '0',
      INVITATION_SECRET: processSecret,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'close').then(() => child.exitCode);
  const listening = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        const address = /"address":"([^"]+)".*is listening/.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    void ended.then(() => {
      reject(new Error(`the desk ended before it listened: ${lines.join('\n')}`));
    });
  });
  listening.catch(() => undefined);

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    child.kill(signal);
    return ended;
  }

  return {
    child,
    lines,
    listening,
    ended,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

function build(): void {
  if (isBuilt || writtenAt(program) > newestSource()) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/build.ts'], {
    cwd: project,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the desk could not be built');
  isBuilt = true;
}

function newestSource(): number {
  const source = join(project, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => writtenAt(join(source, file))));
}

/** In milliseconds; 0 where there is no such file. */
function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
