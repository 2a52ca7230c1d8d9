import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { generateProviders } from '../support/examples/generate-providers.ts';
import { startLoad, type LoadProcess } from './load/load-process.ts';
import type { LoadOrder } from './load/load.ts';
import { median, type Measurement } from './measurement.ts';
import { startConnector, startDesk } from './programs.ts';
import type { ServerProcess } from './server-process.ts';

const providers = 100_000;
const connections = 16;
/** Odd, so that the median is one of them. Other load on the machine affects neighbouring periods alike. */
const rounds = 7;
const secondsARound = 3;
/** Enough for the JIT compiler. */
const turnsToWarmUp = 4000;

/** The result of one period of load. */
interface Period {
  readonly turnsPerSecond: number;
  readonly p99: number;
  /** Milliseconds of the server's CPU time per turn. */
  readonly cpuPerTurn: number;
}

type Party = 'echo' | 'find' | 'press';

/**
 * Complete turns of the desk, next to EchoBot's on messages of the same kind. Periods alternate, and the result is the
 * median of the ratios of neighbouring periods.
 */
export async function measureTurns(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement[]> {
  const providersFile = join(folder, 'providers.jsonl');
  await pipeline(Readable.from(directoryLines()), createWriteStream(providersFile));
  const connector = await startConnector();
  const echoBot = await startEchoBot();
  const desk = await startDesk(join(folder, 'data'), { PROVIDERS_FILE: providersFile });
  const load = startLoad();
  const putLoad = (party: Party, duration: LoadOrder['duration']): Promise<Period> =>
    period(load, connector, party === 'echo' ? echoBot : desk, party, duration);
  try {
    await Promise.all([connector.succeeds('/posted'), echoBot.answers(), desk.succeeds('/ready')]);
    const periods: Record<Party, Period[]> = { echo: [], find: [], press: [] };
    const parties = ['echo', 'find', 'press'] as const;
    for (const party of parties) await putLoad(party, { turns: turnsToWarmUp });
    for (let round = 0; round < rounds; round++) {
      for (const party of parties) periods[party].push(await putLoad(party, { seconds: secondsARound }));
    }
    return [
      ...compare(
        `"find a provider" turn, ${providers.toLocaleString('en')} providers`,
        periods.find,
        periods.echo,
      ),
      ...compare('press on the results: paging, searching', periods.press, periods.echo),
    ];
  } finally {
    load.stop();
    await Promise.all([connector.stop(), echoBot.stop(), desk.stop()]);
  }
}

function* directoryLines(): Generator<string> {
  for (const provider of generateProviders(providers)) yield `${JSON.stringify(provider)}\n`;
}

/** Puts load on a server, and throws unless every turn was answered as expected. */
async function period(
  load: LoadProcess,
  connector: ServerProcess,
  server: ServerProcess,
  party: Party,
  duration: LoadOrder['duration'],
): Promise<Period> {
  const before = { posted: await postedTo(connector), cpu: server.cpuSeconds() };
  const result = await load.put({
    url: server.url,
    serviceUrl: connector.url,
    activities: party === 'press' ? 'pressed' : 'said',
    connections,
    duration,
  });
  const cpu = server.cpuSeconds() - before.cpu;
  const posted = await postedTo(connector);
  const done = {
    echo: posted.messages - before.posted.messages,
    find: posted.resultCards - before.posted.resultCards,
    press: result.resultCards,
  }[party];
  if (result.failures > 0 || done < result.turns) {
    throw new Error(
      `${party}: of ${result.turns} turns ${done} were answered as expected; ${result.failures} failed`,
    );
  }
  return {
    turnsPerSecond: result.turns / result.seconds,
    p99: result.p99,
    cpuPerTurn: (1000 * cpu) / result.turns,
  };
}

const postedSchema = z.object({ messages: z.number(), resultCards: z.number() });

async function postedTo(connector: ServerProcess): Promise<z.infer<typeof postedSchema>> {
  const response = await fetch(`${connector.url}/posted`, { headers: { connection: 'close' } });
  return postedSchema.parse(await response.json());
}

function compare(name: string, desk: readonly Period[], echo: readonly Period[]): Measurement[] {
  const figure = (key: keyof Period) => ({
    desk: median(desk.map((period) => period[key])),
    echo: median(echo.map((period) => period[key])),
    ratio: median(desk.map((period, round) => period[key] / (echo[round]?.[key] ?? NaN))),
  });
  const throughput = figure('turnsPerSecond');
  const p99 = figure('p99');
  const cpu = figure('cpuPerTurn');
  return [
    {
      name,
      desk: `${throughput.desk.toFixed(0)} turns/s`,
      baseline: `${throughput.echo.toFixed(0)} turns/s`,
      ratio: throughput.ratio,
      target: 'at least 1',
      met: throughput.ratio >= 1,
    },
    {
      name: '  p99',
      desk: `${p99.desk.toFixed(0)} ms`,
      baseline: `${p99.echo.toFixed(0)} ms`,
      ratio: p99.ratio,
    },
    {
      name: '  CPU time, all threads',
      desk: `${cpu.desk.toFixed(2)} ms/turn`,
      baseline: `${cpu.echo.toFixed(2)} ms/turn`,
      ratio: cpu.ratio,
    },
  ];
}
