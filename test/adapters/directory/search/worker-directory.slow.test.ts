import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import {
  openWorkerDirectory,
  type WorkerDirectory,
} from '../../../../src/adapters/directory/search/worker-directory.ts';
import { DomainError } from '../../../../src/domain/domain-error.ts';
import { everyProvider } from '../../../../src/domain/providers/provider-search.ts';
import { providerDirectoryContract } from '../../../contracts/provider-directory.ts';
import { exampleProviders } from '../../../support/examples/example-providers.ts';
import { generateProviders } from '../../../support/examples/generate-providers.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';
import { installedText, loadedWorkerDirectory } from '../../../support/ports/loaded-worker-directory.ts';
import { recordedLog } from '../../../support/ports/recorded-log.ts';
import { until } from '../../../support/processes/until.ts';

providerDirectoryContract('searched in a thread', loadedWorkerDirectory);

describe('a directory searched in a thread', () => {
  const folder = temporaryFolder();
  let log: ReturnType<typeof recordedLog>;
  let directory: WorkerDirectory;
  let threads: Worker[];
  const remember = (thread: Worker) => threads.push(thread);

  beforeEach(() => {
    log = recordedLog();
    directory = openWorkerDirectory({ log });
    threads = [];
    process.on('worker', remember);
  });
  afterEach(async () => {
    process.off('worker', remember);
    await directory.close();
  });

  async function install(text: string, name = 'providers.jsonl'): Promise<string> {
    const file = join(folder(), name);
    await writeFile(file, text);
    return file;
  }
  async function total(): Promise<number> {
    return (await directory.search(everyProvider, { offset: 0, limit: 1 })).total;
  }
  const isUnavailable = (error: unknown) =>
    error instanceof DomainError && error.code === 'directory-unavailable';

  it('answers from what was loaded before while another file is indexed', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    const thousands = [...generateProviders(5000)];
    const loading = directory.load(await install(installedText(thousands), 'next.jsonl'));
    let searches = 0;
    let found = await total();
    while (found === exampleProviders.length) {
      searches++;
      found = await total();
    }
    await loading;
    assert.ok(searches > 0, 'searches were answered during the load');
    assert.equal(found, 5000);
    assert.equal((await directory.vocabulary()).cities.includes('Lyon'), false);
  });

  it('answers what was asked before the change from what was loaded then', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    const next = await install(installedText(exampleProviders.slice(0, 3)), 'next.jsonl');
    const loading = directory.load(next);
    const asked = Array.from({ length: 50 }, () => total());
    await loading;
    assert.deepEqual(new Set(await Promise.all(asked)), new Set([exampleProviders.length]));
    assert.equal(await total(), 3);
  });

  it('warms a new thread up with recent searches before it answers any', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    const lastAsked = [{ ...everyProvider, text: 'montreal' }, everyProvider];
    for (const search of lastAsked) await directory.search(search, { offset: 0, limit: 1 });
    // Notifications look their partner up a thousand times: lookups are not used for the warm-up.
    await directory.find([exampleProviders[0]?.id ?? assert.fail()]);
    const tried: unknown[] = [];
    const listen = (thread: Worker) => {
      const post = thread.postMessage.bind(thread);
      thread.postMessage = (message: { readonly search: unknown }) => {
        tried.push(message.search);
        post(message);
      };
    };
    process.once('worker', listen);
    await directory.load(await install(installedText(exampleProviders.slice(0, 3)), 'next.jsonl'));
    assert.deepEqual(tried, lastAsked);
    assert.equal(await total(), 3);
  });

  it('does not warm up with searches that may have crashed a thread', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    await total();
    const posted: unknown[] = [];
    process.once('worker', (thread: Worker) => {
      thread.postMessage = (message: unknown) => posted.push(message);
    });
    await threads[0]?.terminate();
    await until(() => log.lines.filter((line) => line.includes('provider directory loaded')).length === 2);
    assert.deepEqual(posted, []);
  });

  it('ends the thread of a directory that is no longer searched', async () => {
    const file = await install(installedText(exampleProviders));
    await directory.load(file);
    await directory.load(file);
    await until(() => threads[0]?.threadId === -1);
    assert.equal(await total(), exampleProviders.length);
  });

  it('keeps what it has when a file cannot be read or is not an installed directory', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    await assert.rejects(directory.load(join(folder(), 'missing.jsonl')), /ENOENT/);
    await assert.rejects(
      directory.load(await install('{"id":"1"}\n', 'other.jsonl')),
      /line 1 .* is not a provider/,
    );
    await assert.rejects(
      directory.load(await install(`${installedText(exampleProviders)}{`, 'cut.jsonl')),
      /line 13/,
    );
    assert.equal(await total(), exampleProviders.length);
  });

  it('shows providers as they were loaded although the file was replaced since', async () => {
    const file = await install(installedText(exampleProviders));
    await directory.load(file);
    await rm(file);
    await install('nothing\n');
    assert.deepEqual(await directory.find([exampleProviders[4]?.id ?? assert.fail()]), [exampleProviders[4]]);
  });

  it('reads lines of any length, and a last line without an end', async () => {
    const [first, second] = exampleProviders;
    assert.ok(first && second);
    const long = { ...first, description: 'Provider of œuvres '.repeat(200_000) };
    await directory.load(await install(`\n${JSON.stringify(long)}\n\n${JSON.stringify(second)}`));
    assert.deepEqual(await directory.find([first.id, second.id]), [long, second]);
  });

  it('starts again by itself when its thread is lost, and says so in the log', async () => {
    await directory.load(await install(installedText(exampleProviders)));
    const asked = assert.rejects(total(), isUnavailable);
    await threads[0]?.terminate();
    await asked;
    await assert.rejects(total(), isUnavailable);
    await until(() => total().then(Boolean, () => false));
    assert.equal(await total(), exampleProviders.length);
    assert.ok(log.lines.some((line) => line.startsWith('error provider directory lost')));
  });

  it('stays unavailable when its thread is lost and the file too, until another is loaded', async () => {
    const file = await install(installedText(exampleProviders));
    await directory.load(file);
    await rm(file);
    await threads[0]?.terminate();
    await until(() => log.lines.some((line) => line.includes('could not be reloaded')));
    await assert.rejects(total(), isUnavailable);
    await directory.load(await install(installedText(exampleProviders)));
    assert.equal(await total(), exampleProviders.length);
  });

  it('is closed while a new thread is warmed up, and leaves none', async () => {
    const file = await install(installedText(exampleProviders));
    await directory.load(file);
    await total();
    let isTriedOut: () => void = () => undefined;
    const triedOut = new Promise<void>((resolve) => (isTriedOut = resolve));
    process.once('worker', (thread: Worker) => {
      thread.postMessage = isTriedOut;
    });
    const loading = assert.rejects(directory.load(file), isUnavailable);
    await triedOut;
    await directory.close();
    await loading;
    await until(() => threads.every(({ threadId }) => threadId === -1));
  });

  it('is unavailable once closed, what was being loaded or asked included', async () => {
    const file = await install(installedText(exampleProviders));
    await directory.load(file);
    const asked = assert.rejects(total(), isUnavailable);
    const loading = assert.rejects(directory.load(file), isUnavailable);
    await directory.close();
    await asked;
    await loading;
    await assert.rejects(total(), isUnavailable);
    await assert.rejects(directory.load(file), isUnavailable);
    assert.deepEqual(
      log.lines.filter((line) => !line.startsWith('info')),
      [],
    );
  });
});
