import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { deskProgram } from './desk-program.ts';

/** The invitation secret of every desk process that a test starts. */
export const processSecret = 'the secret that submitted invitations are signed with';

/** For a desk that tests put under load. */
export const withoutContactLimits = {
  PERSON_CONTACT_REQUESTS_PER_HOUR: '0',
  PERSON_CONTACT_EMAILS_PER_DAY: '0',
  TENANT_CONTACT_EMAILS_PER_DAY: '0',
};

/** The desk as it is deployed, in its own process. */
export interface DeskProcess {
  readonly child: ChildProcess;
  /** Every line that it wrote, to its log or elsewhere. */
  readonly lines: readonly string[];
  /** Its address. @throws Error with its output if it exits before it listens */
  readonly listening: Promise<string>;
  /** Number of pending posts and e-mails, from its metrics. */
  pending(): Promise<number>;
  /** Kills it, like a power cut. */
  kill(): Promise<void>;
  /** Sends SIGTERM. @returns its exit code */
  stop(): Promise<number | null>;
  /** Its exit code, once it has exited. */
  readonly ended: Promise<number | null>;
}

/** Starts the built desk in the sandbox, on free ports. */
export function startDesk(
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
  nodeArguments: readonly string[] = [],
): DeskProcess {
  const child = spawn(process.execPath, [...nodeArguments, deskProgram()], {
    env: {
      PATH: process.env['PATH'],
      DESK_MODE: 'sandbox',
      DATA_DIR: dataDirectory,
      PORT: '0',
      METRICS_PORT: '0',
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

  async function pending(): Promise<number> {
    await listening;
    const served = lines.map((line) => /"address":"([^"]+)".*metrics are served/.exec(line)?.[1]);
    const text = await (await fetch(served.find((address) => address !== undefined) ?? '')).text();
    const lengths = [...text.matchAll(/^partner_desk_queue_length\{.*\} (\d+)$/gm)];
    if (lengths.length !== 2) throw new Error(`no queues in: ${text}`);
    return lengths.reduce((sum, [, length]) => sum + Number(length), 0);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    child.kill(signal);
    return ended;
  }

  return {
    child,
    lines,
    listening,
    ended,
    pending,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
