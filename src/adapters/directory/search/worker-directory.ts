import { Mutex } from 'async-mutex';
import type { Log } from '../../../application/ports/log.ts';
import type { ProviderDirectory } from '../../../application/ports/provider-directory.ts';
import { errorForLog } from '../../../application/runtime/logging.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { storedProvider } from './index/stored-provider.ts';
import { SearchThread } from './search-thread.ts';
import type { Answer, Question } from './worker-protocol.ts';

/** A provider directory that is searched in a worker thread. */
export interface WorkerDirectory extends ProviderDirectory {
  /**
   * Indexes `file`, an installed directory, and then switches searches to it. Until then, and on failure, searches use
   * what was loaded before; none waits or fails meanwhile. The file must only be replaced later, not written to.
   *
   * @throws Error if the file cannot be indexed
   */
  load(file: string): Promise<void>;
  /** Ends the thread; every later call throws `DomainError('directory-unavailable')`. */
  close(): Promise<void>;
}

/** Number of recent searches that warm up a new thread, so that its code is compiled before the first real search. */
const maxWarmupSearches = 200;

/** Opens a directory with nothing loaded. */
export function openWorkerDirectory({ log }: { readonly log: Log }): WorkerDirectory {
  const closing = new AbortController();
  /** One index is built at a time, in the order of the loads. */
  const building = new Mutex();
  const lastSearches: Question[] = [];
  let current: SearchThread | undefined;

  async function build(file: string): Promise<void> {
    const started = performance.now();
    const thread = await SearchThread.start(file, { isYielding: isLoaded(), signal: closing.signal });
    await warmUp(thread);
    const previous = current;
    current = thread;
    previous?.retire();
    void restartWhenLost(thread, file);
    const milliseconds = Math.round(performance.now() - started);
    log.info({ providers: thread.providers, milliseconds }, 'provider directory loaded');
  }

  async function warmUp(thread: SearchThread): Promise<void> {
    const stop = () => void thread.stop();
    closing.signal.addEventListener('abort', stop);
    for (const question of [...lastSearches]) await thread.ask(question).catch(() => undefined);
    closing.signal.removeEventListener('abort', stop);
    if (closing.signal.aborted) throw new DomainError('directory-unavailable', {});
  }

  async function restartWhenLost(thread: SearchThread, file: string): Promise<void> {
    const error = await thread.ended;
    if (!error || current !== thread) return;
    current = undefined;
    // One of these may have crashed it.
    lastSearches.length = 0;
    log.error({ error: errorForLog(error) }, 'provider directory lost: search thread ended; restarting');
    // Another file may be loaded while this waits for the mutex.
    await building.runExclusive(() => (isLoaded() ? undefined : build(file).catch(logUnlessClosed)));
  }

  function logUnlessClosed(error: unknown): void {
    if (closing.signal.aborted) return;
    log.error({ error: errorForLog(error) }, 'provider directory could not be reloaded');
  }

  function isLoaded(): boolean {
    return current !== undefined;
  }

  function loaded(): SearchThread {
    if (!current) throw new DomainError('directory-unavailable', {});
    return current;
  }

  async function ask<Kind extends Answer['kind']>(
    kind: Kind,
    question: Question,
  ): Promise<Extract<Answer, { kind: Kind }>> {
    const thread = loaded();
    if (question.kind === 'search' && lastSearches.push(question) > maxWarmupSearches) lastSearches.shift();
    const answer = await thread.ask(question);
    if (!isAnswer(answer, kind))
      throw new Error(`the search thread answered ${answer.kind} to ${question.kind}`);
    return answer;
  }

  return {
    async load(file) {
      await building.runExclusive(() => build(file));
    },
    async search(search, range) {
      const { total, lines, facets } = await ask('page', { kind: 'search', search, range });
      return { total, providers: lines.map(storedProvider), facets };
    },
    async find(ids) {
      const { lines } = await ask('lines', { kind: 'find', ids });
      return lines.map(storedProvider);
    },
    // Turns an error that `loaded` throws into a rejection.
    vocabulary: () => Promise.resolve().then(() => loaded().vocabulary),
    async close() {
      closing.abort();
      const thread = current;
      current = undefined;
      await thread?.stop();
    },
  };
}

function isAnswer<Kind extends Answer['kind']>(
  answer: Answer,
  kind: Kind,
): answer is Extract<Answer, { kind: Kind }> {
  return answer.kind === kind;
}
