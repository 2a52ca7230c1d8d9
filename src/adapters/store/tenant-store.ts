import { join } from 'node:path';
import { Mutex } from 'async-mutex';
import type { Log } from '../../application/ports/log.ts';
import type { Change } from '../../application/ports/store.ts';
import { errorForLog } from '../../application/runtime/logging.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { Checksums } from '../files/checksum.ts';
import { CorruptFileError } from '../files/corrupt-file-error.ts';
import { namesIn } from '../files/durable-folder.ts';
import { checkCommits, type AcceptedCommit, type WaitingCommit } from './check-commits.ts';
import { FlushCancelled, type FlushGate } from './flush-gate.ts';
import { JournalFolder } from './journal/journal-folder.ts';
import type { Journal, OpenForAppending } from './journal/journal.ts';
import type { StoreSettings } from './store-settings.ts';
import { storeUnavailable } from './store-unavailable.ts';
import { TenantContents } from './tenant-contents.ts';
import { readTenantName, writeTenantName } from './tenant-name.ts';

export interface TenantStoreOptions {
  readonly folder: string;
  readonly tenant: TenantId;
  readonly log: Log;
  readonly settings: StoreSettings;
  readonly openFile: OpenForAppending;
  readonly gate: FlushGate;
}

/**
 * One tenant's folder. A commit is durable once its line is in the journal. It is then applied in memory, and later
 * flushed to the record and segment files in the background; after that the journal is removed, a newer one being in
 * use.
 */
export class TenantStore {
  readonly contents: TenantContents;
  readonly #options: TenantStoreOptions;
  readonly #journals: JournalFolder;
  /** None until the first commit. */
  #journal: Journal | undefined;
  /** Commits that only the newest journal is certain to hold. */
  #unwritten = 0;
  #waiting: WaitingCommit[] = [];
  readonly #committing = new Mutex();
  readonly #flushing = new Mutex();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(options: TenantStoreOptions) {
    const { folder, settings, openFile } = options;
    this.#options = options;
    const checksums = new Checksums(folder);
    this.#journals = new JournalFolder(join(folder, 'journal'), openFile, checksums);
    this.contents = new TenantContents(folder, settings.entriesPerSegment, checksums);
  }

  /** Writes nothing for a tenant without stored data. @throws CorruptFileError */
  static async open(options: TenantStoreOptions): Promise<TenantStore> {
    const store = new TenantStore(options);
    await store.#load();
    return store;
  }

  async #load(): Promise<void> {
    const { folder, tenant } = this.#options;
    const replay = await this.#journals.read();
    if (replay === undefined) {
      const names = await namesIn(folder);
      if (names.includes('records') || names.includes('entries'))
        throw new CorruptFileError(folder, 'the journal is missing');
      return;
    }
    if ((await readTenantName(folder)) !== tenant)
      throw new CorruptFileError(folder, 'belongs to another tenant');
    await this.contents.load(replay);
    this.#unwritten = replay.commits.length;
    if (this.#unwritten > 0) this.#scheduleFlush();
  }

  /** Durable when it returns. Concurrent commits share one write and one sync. */
  async commit(changes: readonly Change[]): Promise<void> {
    if (this.#closed) throw new DomainError('store-unavailable', {});
    if (changes.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ changes, resolve, reject });
      void this.#committing.runExclusive(() => this.#commitWaiting());
    });
  }

  async #commitWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const { accepted, refused } = checkCommits(waiting, this.contents);
    if (accepted.length > 0) await this.#append(accepted);
    // Only now that the commits they conflict with are stored, so that a caller that reads again sees those.
    for (const { reject, error } of refused) reject(error);
  }

  async #append(commits: readonly AcceptedCommit[]): Promise<void> {
    const { tenant, log } = this.#options;
    try {
      this.#journal ??= await this.#beginJournal();
      await this.#journal.append(commits.map(({ line }) => line));
    } catch (cause) {
      const error = storeUnavailable(log, tenant, cause);
      for (const { reject } of commits) reject(error);
      return;
    }
    for (const { apply, resolve } of commits) {
      apply();
      resolve();
    }
    this.#unwritten += commits.length;
    this.#scheduleFlush();
  }

  async #beginJournal(): Promise<Journal> {
    const { folder, tenant } = this.#options;
    if (this.#journals.numbers.length === 0) await writeTenantName(folder, tenant);
    return this.#journals.begin(this.contents.header);
  }

  #scheduleFlush(): void {
    const { commitsPerJournal } = this.#options.settings;
    if (this.#unwritten >= commitsPerJournal && !this.#flushing.isLocked()) void this.#flushInBackground();
    else this.#flushLater();
  }

  #flushLater(): void {
    const { flushAfter } = this.#options.settings;
    this.#timer ??= setTimeout(() => void this.#flushInBackground(), flushAfter).unref();
  }

  async #flushInBackground(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      await this.#flush();
    } catch (error) {
      if (error instanceof FlushCancelled) return;
      const { tenant, log } = this.#options;
      log.warn(
        { tenant, error: errorForLog(error) },
        'Commits stay in the journal: the record files could not be written',
      );
      if (!this.#closed) this.#flushLater();
    }
  }

  async #flush(): Promise<void> {
    await this.#flushing.runExclusive(async () => {
      const { gate } = this.#options;
      const old = await gate.run(() => this.#committing.runExclusive(() => this.#retireJournals()));
      if (old.length === 0) return;
      await this.contents.flush(gate);
      await gate.run(() => this.#journals.remove(old));
    });
  }

  /** @returns the journals that can be removed once the current contents are flushed */
  async #retireJournals(): Promise<readonly number[]> {
    if (this.#unwritten > 0) {
      // A refused line that could not be truncated would count as committed once another journal follows.
      await this.#journal?.repair();
      const previous = this.#journal;
      this.#journal = await this.#beginJournal();
      this.#unwritten = 0;
      await previous?.close();
    }
    return this.#journals.numbers.slice(0, -1);
  }

  /** Lets running commits finish and flushes until the gate cancels. The rest stays in the journal. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#flushInBackground();
    await this.#committing.runExclusive(() => this.#journal?.close());
  }
}
