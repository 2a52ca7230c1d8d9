import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { portIfFree } from '../../src/cli/start/free-port.ts';

const host = '127.0.0.1';
const timeout = 120_000;

/** A server under measurement, in its own process. */
export interface ServerProcess {
  readonly url: string;
  readonly metricsUrl: string;
  /** Waits for any answer. @returns milliseconds since its start */
  answers(): Promise<number>;
  /** Waits for a successful answer at `path`. @returns milliseconds since its start */
  succeeds(path: string): Promise<number>;
  /** CPU seconds of all its threads so far; NaN if the system has no `/proc`. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/**
 * Starts a server on free ports, passed in `PORT` and `METRICS_PORT`.
 * @param nodeArguments arguments of `node`: options, the script and its arguments
 */
export async function startServer(
  nodeArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const [port, metricsPort] = await Promise.all([portIfFree(host, 0), portIfFree(host, 0)]);
  if (port === undefined || metricsPort === undefined) throw new Error('no port is free');
  const url = `http://${host}:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, nodeArguments, {
    env: { ...process.env, ...environment, PORT: String(port), METRICS_PORT: String(metricsPort) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  async function until(works: () => Promise<boolean>): Promise<number> {
    while (!(await works())) {
      if (child.exitCode !== null) throw new Error(`${nodeArguments.join(' ')} ended`);
      if (performance.now() - started > timeout)
        throw new Error(`${nodeArguments.join(' ')} does not answer`);
      await delay(2);
    }
    return performance.now() - started;
  }

  return {
    url,
    metricsUrl: `http://${host}:${metricsPort}/metrics`,
    answers: () => until(async () => (await statusOf(url)) !== undefined),
    succeeds: (path) => until(async () => (await statusOf(`${url}${path}`)) === 200),
    cpuSeconds: () => cpuSecondsOf(child),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Undefined if nothing answers. */
async function statusOf(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { headers: { connection: 'close' } });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

/** From fields 14 and 15 of `proc(5)`'s `stat`: user and system time, in hundredths of a second. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  if (process.platform !== 'linux' || pid === undefined) return NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
