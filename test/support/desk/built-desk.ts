import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { deskProgram } from './desk-program.ts';

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

/** Starts the built desk in the sandbox, on a free port. */
export function startDesk(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
): DeskProcess {
  const child = spawn(process.execPath, [deskProgram()], {
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
