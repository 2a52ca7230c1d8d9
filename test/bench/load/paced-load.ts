import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** The result of sending turns at a steady rate. */
export interface PacedResult {
  readonly turns: number;
  readonly failures: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Sends turns at a steady rate without waiting for answers, like independent people. The load generator's own rate
 * option sends the turns of each second in one burst.
 * @param bodies sent in rotation
 */
export async function putPacedLoad(
  url: string,
  bodies: readonly string[],
  pace: { readonly connections: number; readonly perSecond: number; readonly seconds: number },
): Promise<PacedResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: pace.connections });
  const count = pace.perSecond * pace.seconds;
  const started = performance.now();
  const sent: Promise<number | undefined>[] = [];
  while (sent.length < count) {
    const due = Math.min(count, ((performance.now() - started) * pace.perSecond) / 1000);
    while (sent.length < due) sent.push(timeOf(url, bodies[sent.length % bodies.length] ?? '', agent));
    await delay(1);
  }
  const times = (await Promise.all(sent)).filter((time) => time !== undefined).sort((a, b) => a - b);
  agent.destroy();
  return {
    turns: count,
    failures: count - times.length,
    p99: times[Math.ceil(times.length * 0.99) - 1] ?? NaN,
  };
}

/** @returns milliseconds until the complete answer; undefined if it failed */
function timeOf(url: string, body: string, agent: Agent): Promise<number | undefined> {
  const started = performance.now();
  return new Promise((resolve) => {
    const sending = request(
      `${url}/api/messages`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        response.once('end', () => {
          resolve(response.statusCode === 200 ? performance.now() - started : undefined);
        });
      },
    );
    sending.once('error', () => {
      resolve(undefined);
    });
    sending.end(body);
  });
}
