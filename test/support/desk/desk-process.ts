import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { portIfFree } from '../../../src/cli/start/free-port.ts';
import { adeleId } from '../examples/example-ids.ts';
import { exampleSecret } from '../examples/example-intake.ts';
import { until } from '../processes/until.ts';
import { deskProgram } from './desk-program.ts';

const host = '127.0.0.1';

/** What every production desk needs besides its registration. It keeps records, unless a test has a tenant for it. */
const needed = {
  DESK_MODE: 'production',
  HOST: host,
  ADMINS: `${adeleId}=globalAdministrator`,
  INVITATION_SECRET: exampleSecret,
  PARTNER_AUTHORITY: 'records',
};

/**
 * The desk as an operator runs it: its own process, in production mode, configured by its environment only.
 * @param environment what is specific to this desk, such as its registration and `DATA_DIR`
 * @param preload a module that the process loads before the desk
 */
export async function startDeskProcess(environment: Readonly<Record<string, string>>, preload?: string) {
  // Before ports are chosen: building takes so long that someone else could take them.
  const program = deskProgram();
  const [port, metricsPort] = await Promise.all([portIfFree(host, 0), portIfFree(host, 0)]);
  if (port === undefined || metricsPort === undefined) throw new Error('no port is free');
  const url = `http://${host}:${port}`;
  // --require also applies to the desk's worker threads; a loader registered with --import does not.
  const preloads = preload === undefined ? [] : ['--require', 'tsx/cjs', '--require', preload];
  const desk = spawn(process.execPath, [...preloads, program], {
    env: {
      PATH: process.env['PATH'],
      ...needed,
      ...environment,
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [desk.stdout, desk.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  }
  const ended = once(desk, 'exit');

  async function isReady(): Promise<boolean> {
    if (desk.exitCode !== null) throw new Error(`the desk ended:\n${printed}`);
    return fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async function post(activity: unknown, authorization?: string) {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
      body: JSON.stringify(activity),
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  await until(isReady);
  return {
    url,
    metricsUrl: `http://${host}:${metricsPort}/metrics`,
    post,
    /** Everything it wrote, to the log or elsewhere. */
    printed: () => printed,
    /** The lines of the log with this message. */
    logged: (message: RegExp) => printed.split('\n').filter((line) => message.test(line)),
    /** Sends a signal. @returns its exit code, or the signal that ended it */
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string | null> {
      desk.kill(signal);
      await ended;
      return desk.exitCode ?? desk.signalCode;
    },
  };
}

export type DeskProcess = Awaited<ReturnType<typeof startDeskProcess>>;
