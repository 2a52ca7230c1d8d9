import type { Worker } from 'node:worker_threads';
import type { DirectoryVocabulary } from '../../../application/ports/provider-directory.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { startSearchWorker } from './search-worker-thread.ts';
import type { Answer, FromWorker, Question, Request } from './worker-protocol.ts';

interface Asked {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread with the index of one file. An idle one does not keep the process alive. */
export class SearchThread {
  readonly providers: number;
  readonly vocabulary: DirectoryVocabulary;
  /** Settles when the thread has ended: with an error where nobody told it to. */
  readonly ended: Promise<Error | undefined>;
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #isRetired = false;
  #hasEnded = false;

  /**
   * Starts a thread and waits for its index.
   *
   * @param isGentle whether others go on meanwhile, who are left half of the thread's time
   * @throws what is wrong with the file; DomainError('directory-unavailable') when the signal aborts first
   */
  static async start(
    file: string,
    { isGentle, signal }: { readonly isGentle: boolean; readonly signal: AbortSignal },
  ): Promise<SearchThread> {
    if (signal.aborted) throw new DomainError('directory-unavailable', {});
    const worker = startSearchWorker(file, isGentle);
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop);
    try {
      return await new Promise((resolve, reject) => {
        worker.once('message', (message: FromWorker) => {
          if (message.kind === 'ready') resolve(new SearchThread(worker, message));
        });
        worker.once('error', reject);
        worker.once('exit', () => {
          reject(
            signal.aborted
              ? new DomainError('directory-unavailable', {})
              : new Error('the search thread ended'),
          );
        });
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private constructor(worker: Worker, ready: Extract<FromWorker, { kind: 'ready' }>) {
    this.providers = ready.providers;
    this.vocabulary = ready.vocabulary;
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => {
      if (message.kind !== 'ready') this.#settle(message);
    });
    let failure: Error | undefined;
    worker.on('error', (error) => (failure = error));
    this.ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#hasEnded = true;
        for (const { reject } of this.#asked.values()) reject(new DomainError('directory-unavailable', {}));
        this.#asked.clear();
        resolve(this.#isRetired ? undefined : (failure ?? new Error('the search thread ended')));
      });
    });
    worker.unref();
  }

  /** @throws DomainError('directory-unavailable') when the thread ends before it has answered */
  async ask(question: Question): Promise<Answer> {
    if (this.#hasEnded) throw new DomainError('directory-unavailable', {});
    return await new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const request: Request = { ...question, id };
      this.#asked.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the thread once it has answered what it was asked. */
  retire(): void {
    this.#isRetired = true;
    if (this.#asked.size === 0) void this.#worker.terminate();
  }

  /** Ends the thread now. */
  async stop(): Promise<void> {
    this.#isRetired = true;
    await this.#worker.terminate();
  }

  #settle({ id, ...answer }: Answer & { readonly id: number }): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (answer.kind === 'failure') asked?.reject(answer.error);
    else asked?.resolve(answer);
    if (this.#asked.size > 0) return;
    this.#worker.unref();
    if (this.#isRetired) void this.#worker.terminate();
  }
}
