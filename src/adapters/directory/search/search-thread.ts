import type { Worker } from 'node:worker_threads';
import type { DirectoryVocabulary } from '../../../application/ports/provider-directory.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import { startSearchWorker } from './search-worker-thread.ts';
import type { Answer, FromWorker, Question, Request } from './worker-protocol.ts';

interface PendingRequest {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker thread with the index of one file. An idle thread does not keep the process alive. */
export class SearchThread {
  readonly providers: number;
  readonly vocabulary: DirectoryVocabulary;
  /** Resolves when the thread has ended: with an error unless it was stopped or retired. */
  readonly ended: Promise<Error | undefined>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingRequest>();
  #lastId = 0;
  #isRetired = false;
  #hasEnded = false;

  /**
   * Starts a thread and waits for its index.
   *
   * @param isYielding whether indexing yields half of its CPU time to turns
   * @throws Error if the file cannot be indexed; DomainError('directory-unavailable') if the signal aborts first
   */
  static async start(
    file: string,
    { isYielding, signal }: { readonly isYielding: boolean; readonly signal: AbortSignal },
  ): Promise<SearchThread> {
    if (signal.aborted) throw new DomainError('directory-unavailable', {});
    const worker = startSearchWorker(file, isYielding);
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
        for (const { reject } of this.#pending.values()) reject(new DomainError('directory-unavailable', {}));
        this.#pending.clear();
        resolve(this.#isRetired ? undefined : (failure ?? new Error('the search thread ended')));
      });
    });
    worker.unref();
  }

  /** @throws DomainError('directory-unavailable') if the thread ends before it answers */
  async ask(question: Question): Promise<Answer> {
    if (this.#hasEnded) throw new DomainError('directory-unavailable', {});
    return await new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const request: Request = { ...question, id };
      this.#pending.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  /** Ends the thread once it has answered all pending requests. */
  retire(): void {
    this.#isRetired = true;
    if (this.#pending.size === 0) void this.#worker.terminate();
  }

  /** Ends the thread now. */
  async stop(): Promise<void> {
    this.#isRetired = true;
    await this.#worker.terminate();
  }

  #settle({ id, ...answer }: Answer & { readonly id: number }): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (answer.kind === 'failure') pending?.reject(answer.error);
    else pending?.resolve(answer);
    if (this.#pending.size > 0) return;
    this.#worker.unref();
    if (this.#isRetired) void this.#worker.terminate();
  }
}
