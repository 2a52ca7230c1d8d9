import { Mutex } from 'async-mutex';
import type { Log } from '../../../application/ports/log.ts';
import type { ProviderDirectory } from '../../../application/ports/provider-directory.ts';
import { errorForLog } from '../../../application/runtime/logging.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { storedProvider } from './index/stored-provider.ts';
import { SearchThread } from './search-thread.ts';
import type { Answer, Question } from './worker-protocol.ts';

/** A provider directory that is searched in a thread of its own. */
export interface WorkerDirectory extends ProviderDirectory {
  /**
   * Searches `file`, an installed directory, from the moment that it is indexed; until then, and when that fails, what was
   * loaded before. No search waits or fails meanwhile. The file must not be written to later, only replaced.
   *
   * @throws what is wrong with the file
   */
  load(file: string): Promise<void>;
  /** Ends the thread; from then on, every call throws `DomainError('directory-unavailable')`. */
  close(): Promise<void>;
}

/** With how many of the last searches a new thread is tried out. Then its code is compiled, and nobody waits for that. */
const maxTried = 200;

/** Opens a directory with nothing loaded. */
export function openWorkerDirectory({ log }: { readonly log: Log }): WorkerDirectory {
  const closing = new AbortController();
  /** One index is built at a time, in the order of the loads. */
  const building = new Mutex();
  const lastSearches: Question[] = [];
  let current: SearchThread | undefined;

  async function build(file: string): Promise<void> {
    const started = performance.now();
    const thread = await SearchThread.start(file, { isGentle: isLoaded(), signal: closing.signal });
    await tryOut(thread);
    const previous = current;
    current = thread;
    previous?.retire();
    void restartWhenLost(thread, file);
    const milliseconds = Math.round(performance.now() - started);
    log.info({ providers: thread.providers, milliseconds }, 'provider directory loaded');
  }

  async function tryOut(thread: SearchThread): Promise<void> {
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
    // It may have been one of these that ended it.
    lastSearches.length = 0;
    log.error({ error: errorForLog(error) }, 'provider directory lost: its thread ended; starting another');
    // Something else may be loaded while this waits for its turn.
    await building.runExclusive(() => (isLoaded() ? undefined : build(file).catch(logUnlessClosed)));
  }

  function logUnlessClosed(error: unknown): void {
    if (closing.signal.aborted) return;
    log.error({ error: errorForLog(error) }, 'provider directory could not be loaded again');
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
    if (question.kind === 'search' && lastSearches.push(question) > maxTried) lastSearches.shift();
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
    // What `loaded` throws is to arrive as a rejection.
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
