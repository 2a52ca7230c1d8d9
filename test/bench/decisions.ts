import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { InvitationId } from '../../src/domain/identifiers.ts';
import { saidActivities } from './activities.ts';
import { inFlight, openStore, receiveMany } from './load/many-invitations.ts';
import { median, type Measurement } from './measurement.ts';
import { startConnector, startDesk } from './programs.ts';
import type { ServerProcess } from './server-process.ts';

const rounds = 5;
const pressesARound = 500;

/**
 * Presses that decide an invitation durably, next to EchoBot's turns; and durable decisions, without and with 100,000
 * earlier ones, next to the disk's own rate of writing, syncing and renaming small files.
 */
export async function measureDecisions(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement[]> {
  return [
    await measurePresses(startEchoBot, join(folder, 'presses')),
    ...(await measureOnDisk(join(folder, 'decisions'))),
  ];
}

async function measurePresses(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement> {
  await mkdir(folder, { recursive: true });
  const store = openStore(folder);
  const ids = await receiveMany(store, (rounds + 1) * pressesARound);
  await store.close();
  const [connector, echoBot, desk] = await Promise.all([startConnector(), startEchoBot(), startDesk(folder)]);
  try {
    await Promise.all([connector.succeeds('/posted'), echoBot.answers(), desk.succeeds('/ready')]);
    const messages = saidActivities(connector.url);
    const [message = '{}'] = messages;
    const presses = ids.map((id) => pressOn(id, message));
    const rates: { readonly desk: number; readonly echo: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const echo = await rateOf(echoBot.url, messages, 'message');
      const decided = presses.splice(0, pressesARound);
      const rate = await rateOf(desk.url, decided, 'Invitation authorized');
      if (round > 0) rates.push({ desk: rate, echo });
    }
    const ratio = median(rates.map(({ desk: rate, echo }) => rate / echo));
    return {
      name: 'press that decides an invitation, durably',
      desk: `${median(rates.map((rate) => rate.desk)).toFixed(0)} turns/s`,
      baseline: `${median(rates.map((rate) => rate.echo)).toFixed(0)} turns/s`,
      ratio,
      target: 'at least 1',
      met: ratio >= 1,
    };
  } finally {
    await Promise.all([connector.stop(), echoBot.stop(), desk.stop()]);
  }
}

function pressOn(invitation: InvitationId, message: string): string {
  const value = { action: { type: 'Action.Execute', verb: 'invitation.authorize', data: { invitation } } };
  const activity = JSON.parse(message) as object;
  return JSON.stringify({ ...activity, locale: 'en-US', type: 'invoke', name: 'adaptiveCard/action', value });
}

/** Turns per second. Every answer must contain `expected`, so that failures do not count as speed. */
async function rateOf(url: string, bodies: readonly string[], expected: string): Promise<number> {
  let sent = 0;
  let failed = 0;
  const started = performance.now();
  const result = await autocannon({
    url,
    connections: inFlight,
    amount: Math.min(bodies.length, pressesARound),
    requests: [
      {
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[sent++ % bodies.length] ?? '' }),
        onResponse: (status, body) => {
          if (status !== 200 || (expected !== 'message' && !body.includes(expected))) failed++;
        },
      },
    ],
  });
  if (failed > 0 || result.errors > 0)
    throw new Error(`${failed + result.errors} turns were not answered as expected`);
  return (1000 * result['2xx']) / (performance.now() - started);
}

async function measureOnDisk(folder: string): Promise<Measurement[]> {
  const script = fileURLToPath(new URL('decisions-on-disk.ts', import.meta.url));
  const child = fork(script, [folder], { execArgv: ['--import', 'tsx'] });
  const [measurements] = (await once(child, 'message')) as [Measurement[]];
  return measurements;
}
