import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { median, type Measurement } from './measurement.ts';
import { startDesk } from './programs.ts';
import type { ServerProcess } from './server-process.ts';

/** Odd, so that the median is one of them. */
const rounds = 9;
const maxTimesEchoBot = 1.5;

/** Starts of the desk on an empty data folder with the sample directory, each next to a start of EchoBot. */
export async function measureColdStart(
  startEchoBot: () => Promise<ServerProcess>,
  folder: string,
): Promise<Measurement[]> {
  const starts: { readonly echo: number; readonly listening: number; readonly ready: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const echoBot = await startEchoBot();
    const echo = await echoBot.answers();
    await echoBot.stop();
    const desk = await startDesk(await mkdtemp(join(folder, 'cold-')));
    const listening = await desk.answers();
    const ready = await desk.succeeds('/ready');
    await desk.stop();
    starts.push({ echo, listening, ready });
  }
  const baseline = `${median(starts.map(({ echo }) => echo)).toFixed(0)} ms`;
  const ratio = median(starts.map(({ echo, listening }) => listening / echo));
  return [
    {
      name: 'cold start to its first answer',
      desk: `${median(starts.map(({ listening }) => listening)).toFixed(0)} ms`,
      baseline,
      ratio,
      target: `at most ${maxTimesEchoBot}`,
      met: ratio <= maxTimesEchoBot,
    },
    {
      name: '  to ready: the sample is indexed',
      desk: `${median(starts.map(({ ready }) => ready)).toFixed(0)} ms`,
      baseline,
      ratio: median(starts.map(({ echo, ready }) => ready / echo)),
    },
  ];
}
