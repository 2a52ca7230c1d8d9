/**
 * `npm run bench`: measures the desk next to its baselines and prints a table. With `-- load [minutes]`: only many
 * concurrent conversations, for ten minutes by default.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureColdStart } from './cold-start.ts';
import { measureDecisions } from './decisions.ts';
import { measureHistory } from './history.ts';
import { measureConversations } from './load/conversations.ts';
import type { Measurement } from './measurement.ts';
import { measurePartners } from './partners.ts';
import { buildDesk, compileEchoBot } from './programs.ts';
import { measureTurns } from './turns.ts';

const [what, givenMinutes = '10'] = process.argv.slice(2);
const isLoadOnly = what === 'load';
const minutes = Number(givenMinutes);
const folder = await mkdtemp(join(tmpdir(), 'partner-desk-bench-'));
try {
  buildDesk();
  const startEchoBot = await compileEchoBot(folder);
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  print(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}, ${gigabytes} GB`,
  );
  print('The baseline is EchoBot on the same SDK, in the same run.\n');
  const measurements = isLoadOnly
    ? await measureConversations(startEchoBot, folder, minutes)
    : [
        ...(await measureColdStart(startEchoBot, folder)),
        ...(await measureTurns(startEchoBot, folder)),
        ...(await measureDecisions(startEchoBot, folder)),
        ...(await measurePartners(join(folder, 'partners'))),
        ...(await measureHistory(join(folder, 'history'))),
        ...(await measureConversations(startEchoBot, folder, minutes)),
      ];
  printTable(measurements);
  if (!isLoadOnly) measureSearch();
  process.exitCode = measurements.some(({ met }) => met === false) ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function printTable(measurements: readonly Measurement[]): void {
  const rows = [
    ['measurement', 'desk', 'baseline', 'ratio', 'target', ''],
    ...measurements.map(({ name, desk, baseline, ratio, target, met }) => [
      name,
      desk,
      baseline ?? '',
      ratio === undefined ? '' : ratio.toFixed(2),
      target ?? '',
      met === undefined ? '' : met ? 'met' : 'NOT MET',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** Prints its own tables, because search times have no baseline. */
function measureSearch(): void {
  const script = fileURLToPath(new URL('search.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
