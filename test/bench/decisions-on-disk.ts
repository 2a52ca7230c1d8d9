/**
 * Durable decisions, without and with 100,000 earlier ones, next to the disk's own rate of writing, syncing and
 * renaming small files. Runs as its own process and exits once it has reported to its parent: flushing the journal
 * would take minutes.
 */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { decide, inFlight, openStore, perSecond, receiveMany } from './load/many-invitations.ts';
import { median, type Measurement } from './measurement.ts';

const rounds = 5;
const decisionsARound = 2000;
const pastDecisions = 100_000;

const [folder = ''] = process.argv.slice(2);
const measurements = await measureOnDisk(folder);
process.send?.(measurements, () => process.exit(0));

async function measureOnDisk(folder: string): Promise<Measurement[]> {
  await mkdir(folder, { recursive: true });
  const store = openStore(folder);
  const measure = async (name: string): Promise<Measurement> => {
    const rates: { readonly desk: number; readonly disk: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const ids = await receiveMany(store, decisionsARound);
      const disk = await perSecond(decisionsARound, (index) => writeSyncRename(folder, index));
      const desk = await perSecond(ids.length, (index) => decide(store, ids[index]));
      rates.push({ desk, disk });
    }
    return {
      name,
      desk: `${median(rates.map((rate) => rate.desk)).toFixed(0)}/s`,
      baseline: `${median(rates.map((rate) => rate.disk)).toFixed(0)}/s (disk)`,
      ratio: median(rates.map(({ desk, disk }) => desk / disk)),
    };
  };
  const fresh = await measure('durable decisions, none before');
  for (let decided = 0; decided < pastDecisions; decided += 10_000) {
    const ids = await receiveMany(store, 10_000);
    await perSecond(ids.length, (index) => decide(store, ids[index]));
  }
  return [fresh, await measure(`durable decisions, after ${pastDecisions.toLocaleString('en')}`)];
}

async function writeSyncRename(folder: string, index: number): Promise<void> {
  const path = join(folder, `baseline-${index % inFlight}`);
  const file = await open(`${path}.tmp-${index}`, 'w');
  await file.writeFile('x'.repeat(512));
  await file.sync();
  await file.close();
  await rename(`${path}.tmp-${index}`, path);
}
