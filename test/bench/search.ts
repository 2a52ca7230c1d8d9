/**
 * Measures the provider search on fictitious directories: `npx tsx test/bench/search.ts [providers …]`, with 10,000,
 * 100,000 and 1,000,000 providers by default. Results are not cached, neither by the desk nor here.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../src/adapters/directory/search/index/build-index.ts';
import { DirectoryFile } from '../../src/adapters/directory/search/index/directory-file.ts';
import { searchIndex } from '../../src/adapters/directory/search/query/search-index.ts';
import { openWorkerDirectory } from '../../src/adapters/directory/search/worker-directory.ts';
import type { ProviderFilters, ProviderSearch } from '../../src/domain/providers/provider-search.ts';
import type { Provider } from '../../src/domain/providers/provider.ts';
import { generateProviders } from '../support/examples/generate-providers.ts';

const page = { offset: 0, limit: 5 };
const searchesOfAKind = 100;

const asked = process.argv.slice(2).map(Number);
for (const size of asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]) await measure(size);

async function measure(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'partner-desk-bench-'));
  try {
    const file = join(folder, 'providers.jsonl');
    const searches = searchesFor(await writeDirectory(file, size));
    const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
    print(`\n${size.toLocaleString('en')} providers (${availableParallelism()} processors, load ${load})`);
    const insideThread = await measureThread(file, searches);
    const inside = measureIndex(file, searches);
    print(
      'searched for             through the thread: p50  p95  max      within the index: p50  p95  max  (ms)',
    );
    for (const kind of [...searches.keys(), 'all']) {
      print(
        `${kind.padEnd(24)} ${figures(insideThread, kind).padStart(41)} ${figures(inside, kind).padStart(41)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @returns providers spread over the directory, to derive searches from */
async function writeDirectory(file: string, size: number): Promise<readonly Provider[]> {
  const stream = createWriteStream(file);
  const sample: Provider[] = [];
  let number = 0;
  for (const provider of generateProviders(size)) {
    if (number++ % Math.ceil(size / searchesOfAKind) === 0) sample.push(provider);
    if (!stream.write(`${JSON.stringify(provider)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return sample;
}

/** For each kind of search, one search per provider of the sample. */
function searchesFor(sample: readonly Provider[]): ReadonlyMap<string, readonly ProviderSearch[]> {
  const common = [
    'azure',
    'microsoft',
    'cloud',
    'services',
    'solutions',
    'deployment',
    'consulting',
    'power',
  ];
  const commonWord = (number: number): string => common[number % common.length] ?? '';
  const firstWord = ({ name }: Provider): string => name.split(' ')[0] ?? '';
  const swapped = (word: string): string => word.replace(/^(.{3})(.)(.)/u, '$1$3$2');
  const filters = ({
    country,
    functions: [offered],
    organizationSizes: [size],
  }: Provider): ProviderFilters => ({
    country,
    ...(offered && { function: offered }),
    ...(size && { size }),
  });
  const kinds: Record<string, (provider: Provider, number: number) => ProviderSearch> = {
    'a rare word': (provider) => ({ text: firstWord(provider), filters: {} }),
    'two words': (provider, number) => ({ text: `${commonWord(number)} ${provider.city}`, filters: {} }),
    'a typo in a rare word': (provider) => ({ text: swapped(firstWord(provider)), filters: {} }),
    'a typo in a common word': (_, number) => ({ text: swapped(commonWord(number)), filters: {} }),
    'an accent': (provider) => ({ text: provider.city.replace(/[aeiou]/u, '$&\u0301'), filters: {} }),
    'a beginning': (provider, number) => ({ text: provider.city.slice(0, 1 + (number % 4)), filters: {} }),
    'a common word': (_, number) => ({ text: commonWord(number), filters: {} }),
    'three common words': (_, number) => ({
      text: [0, 1, 2].map((more) => commonWord(number + more)).join(' '),
      filters: {},
    }),
    'words nobody has all': (provider, number) => ({
      text: `${firstWord(provider)} ${commonWord(number)} ${provider.city} zzzzzzzz`,
      filters: {},
    }),
    'one filter': ({ country }) => ({ text: '', filters: { country } }),
    'three filters': (provider) => ({ text: '', filters: filters(provider) }),
    'a word, three filters': (provider, number) => ({ text: commonWord(number), filters: filters(provider) }),
    nothing: () => ({ text: '', filters: {} }),
  };
  return new Map(Object.entries(kinds).map(([kind, search]) => [kind, sample.map(search)]));
}

type Searches = ReadonlyMap<string, readonly ProviderSearch[]>;
type Times = ReadonlyMap<string, readonly number[]>;

async function measureThread(file: string, searches: Searches): Promise<Times> {
  const nothing = () => undefined;
  const directory = openWorkerDirectory({ log: { info: nothing, warn: nothing, error: nothing } });
  const memoryBefore = process.memoryUsage.rss();
  const started = performance.now();
  await directory.load(file);
  const seconds = (performance.now() - started) / 1000;
  const times = new Map<string, number[]>();
  for (const round of ['warm up', 'measure']) {
    for (const [kind, list] of searches) {
      const taken: number[] = [];
      for (const search of list) {
        const before = performance.now();
        await directory.search(search, page);
        taken.push(performance.now() - before);
      }
      if (round === 'measure') times.set(kind, taken);
    }
  }
  const megabytes = (process.memoryUsage.rss() - memoryBefore) / 1e6;
  print(
    `loaded in ${seconds.toFixed(1)} s, thread started and file read; ${megabytes.toFixed(0)} MB more in use after the searches`,
  );
  await directory.close();
  return times;
}

function measureIndex(file: string, searches: Searches): Times {
  const installed = new DirectoryFile(file);
  const before = process.cpuUsage();
  const index = buildIndex(installed);
  const { user, system } = process.cpuUsage(before);
  print(`indexed with ${((user + system) / 1e6).toFixed(1)} s of CPU time, including garbage collection`);
  const times = new Map<string, number[]>();
  for (const [kind, list] of searches) {
    for (const search of list) searchIndex(index, search, page);
    const taken = list.map((search) => {
      const started = performance.now();
      searchIndex(index, search, page);
      return performance.now() - started;
    });
    times.set(kind, taken);
  }
  installed.close();
  return times;
}

function figures(times: Times, kind: string): string {
  const sorted = (kind === 'all' ? [...times.values()].flat() : [...(times.get(kind) ?? [])]).sort(
    (a, b) => a - b,
  );
  const at = (share: number): string =>
    (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2).padStart(7);
  return [at(0.5), at(0.95), at(1)].join(' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
