import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { newId, systemClock } from '../../../src/adapters/system/system-clock.ts';
import { registerSubscriber } from '../../../src/application/notifications/subscriptions.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { bytesOf, signedHeaders } from '../../support/desk/open-intake.ts';
import { exampleSecret } from '../../support/examples/example-intake.ts';
import { generateProviders } from '../../support/examples/generate-providers.ts';
import { submittedReseller } from '../../support/examples/submitted-invitations.ts';
import { conversations } from '../activities.ts';
import { median, type Measurement } from '../measurement.ts';
import { startConnector, startDesk } from '../programs.ts';
import { readMetrics, slopeOf, type Reading } from '../read-metrics.ts';
import type { ServerProcess } from '../server-process.ts';
import { startLoad } from './load-process.ts';
import { openStore } from './many-invitations.ts';

/**
 * Turns per second. In each conversation somebody writes every ten seconds, about as long as it takes to type a
 * question. Without a rate, EchoBot would get three times the load of the desk.
 */
const usualRate = conversations / 10;
/** Three times that, to measure the headroom. */
const highRate = 3 * usualRate;
const minPeriods = 2;
const providers = 100_000;
const people = 1000;
const secondsAPeriod = 15;
const tenant = tenantId('told');

interface Period {
  /** p99 of the turns; milliseconds. */
  readonly desk: number;
  readonly echo: number;
  readonly reading: Reading;
}

/**
 * 500 concurrent conversations, alternating between EchoBot and the desk at the same rates, while the desk searches
 * 100,000 providers and notifies 1,000 people of an invitation. In every fourth period as many providers are imported
 * on the same machine, next to EchoBot too, and the desk loads them. Throws if a turn fails.
 * @param minutes at the usual rate; a fifth of that is added at the high one
 */
export async function measureConversations(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
  minutes: number,
): Promise<Measurement[]> {
  const providersFile = join(folder, 'load-providers.jsonl');
  await pipeline(Readable.from(directoryLines()), createWriteStream(providersFile));
  const data = join(folder, 'load');
  const connector = await startConnector();
  await registerPeople(data, connector.url);
  const [echoBot, desk] = await Promise.all([
    startEchoBot(),
    startDesk(data, { PROVIDERS_FILE: providersFile, INVITATION_SECRET: exampleSecret, LOG_LEVEL: 'warn' }),
  ]);
  const load = startLoad();
  const put = async (server: ServerProcess, rate: number) => {
    const order = {
      serviceUrl: connector.url,
      activities: 'said',
      connections: conversations,
      rate,
    } as const;
    const result = await load.put({ ...order, url: server.url, duration: { seconds: secondsAPeriod } });
    if (result.failures > 0) throw new Error(`${result.failures} of ${result.turns} turns failed`);
    return result;
  };
  const periodsAt = async (rate: number, count: number): Promise<Period[]> => {
    for (const server of [echoBot, desk]) await put(server, rate);
    const periods: Period[] = [];
    while (periods.length < Math.max(minPeriods, count)) {
      const imports = periods.length % 4 === 0;
      const [echo] = await Promise.all([
        put(echoBot, rate),
        imports && importAnew(providersFile, join(folder, 'unread')),
      ]);
      await readMetrics(desk.metricsUrl);
      const importing = imports && importAnew(providersFile, data);
      const [, result] = await Promise.all([notifyEveryone(desk.url), put(desk, rate)]);
      periods.push({ desk: result.p99, echo: echo.p99, reading: await readMetrics(desk.metricsUrl) });
      await importing;
    }
    return periods;
  };
  try {
    await Promise.all([connector.succeeds('/posted'), echoBot.answers(), desk.succeeds('/ready')]);
    const count = (minutes * 60) / (2 * secondsAPeriod);
    const usual = await periodsAt(usualRate, count);
    const high = await periodsAt(highRate, count / 5);
    return figures(usual, high);
  } finally {
    load.stop();
    await Promise.all([connector.stop(), echoBot.stop(), desk.stop()]);
  }
}

function figures(usual: readonly Period[], high: readonly Period[]): Measurement[] {
  const delay = Math.max(...[...usual, ...high].map(({ reading }) => reading.eventLoopDelay));
  const memory = usual.map(({ reading }) => reading.memory / 2 ** 20);
  const slope = (slopeOf(memory) * 60) / (2 * secondsAPeriod);
  const p99 = turnP99(usual, usualRate);
  return [
    { ...p99, target: 'at most 2', met: p99.ratio <= 2 },
    turnP99(high, highRate),
    {
      name: '  event-loop delay, p99',
      desk: `${delay.toFixed(0)} ms`,
      target: 'under 50 ms',
      met: delay < 50,
    },
    {
      name: `  memory at ${usualRate} turns/s, and its growth`,
      desk: `${memory.at(-1)?.toFixed(0) ?? ''} MB, ${slope.toFixed(1)} MB/min`,
    },
  ];
}

/** The median of the periods. */
function turnP99(periods: readonly Period[], rate: number) {
  return {
    name: `${conversations} conversations, ${rate} turns/s, p99 of the turns`,
    desk: `${median(periods.map(({ desk }) => desk)).toFixed(0)} ms`,
    baseline: `${median(periods.map(({ echo }) => echo)).toFixed(0)} ms`,
    ratio: median(periods.map(({ desk, echo }) => desk / echo)),
  };
}

function* directoryLines(): Generator<string> {
  for (const provider of generateProviders(providers)) yield `${JSON.stringify(provider)}\n`;
}

async function registerPeople(folder: string, serviceUrl: string): Promise<void> {
  const store = openStore(folder);
  for (let index = 0; index < people; index += 1) {
    const person = personId(`told-${index}`);
    const conversation = { id: `a:told-${index}`, conversationType: 'personal', tenantId: tenant };
    const reference = {
      serviceUrl,
      channelId: 'msteams',
      bot: { id: '28:desk', name: 'Desk' },
      conversation,
    };
    const chat = { audience: { kind: 'person', person }, language: 'en', reference } as const;
    await registerSubscriber({ store }, tenant, chat);
  }
  await store.close();
}

/** Submits a new invitation, which everyone in the tenant is notified of. */
async function notifyEveryone(url: string): Promise<void> {
  const body = bytesOf({ ...submittedReseller, id: newId(), tenantId: tenant, expiresAt: undefined });
  const headers = signedHeaders(body, systemClock.now());
  const { status } = await fetch(`${url}/api/invitations`, { method: 'POST', body, headers });
  if (status !== 202) throw new Error(`submitting an invitation returned ${status}`);
}

async function importAnew(file: string, dataDirectory: string): Promise<void> {
  const program = fileURLToPath(new URL('../../../src/cli/directory.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'import', file], {
    env: { ...process.env, DATA_DIR: dataDirectory },
    stdio: 'ignore',
  });
  await once(child, 'exit');
}
