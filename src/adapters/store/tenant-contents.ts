import { join } from 'node:path';
import { ZodError } from 'zod';
import type { Entries, EntryKind, RecordKind, Records } from '../../application/ports/records.ts';
import { emptyChain } from '../../domain/history/audit-chain.ts';
import type { Checksums } from '../files/checksum.ts';
import { CorruptFileError, problemOf } from '../files/corrupt-file-error.ts';
import { EntryLog } from './entries/entry-log.ts';
import type { FlushGate } from './flush-gate.ts';
import type { Replay } from './journal/journal-folder.ts';
import type { ChainHeads, JournalChange, JournalCommit, JournalHeader } from './journal/journal-lines.ts';
import { RecordTable } from './records/record-table.ts';
import { entrySchemas, recordSchemas } from './schemas/record-schemas.ts';

/** A tenant’s data as of its last commit: in memory, and in files that may lag behind. */
export class TenantContents {
  readonly records: { readonly [Kind in RecordKind]: RecordTable<Records[Kind]> };
  readonly entries: { readonly [Kind in EntryKind]: EntryLog<Entries[Kind]> };
  readonly #folder: string;
  #sequence = 0;

  constructor(folder: string, segmentSize: number, checksums: Checksums) {
    const table = <Kind extends RecordKind>(kind: Kind) =>
      new RecordTable(join(folder, 'records', kind), recordSchemas[kind], checksums);
    const log = <Kind extends EntryKind>(kind: Kind) =>
      new EntryLog(join(folder, 'entries', kind), entrySchemas[kind], segmentSize, checksums);
    this.#folder = folder;
    this.records = {
      person: table('person'),
      contactRequest: table('contactRequest'),
      pendingDelivery: table('pendingDelivery'),
      subscriber: table('subscriber'),
      announcement: table('announcement'),
      pendingPost: table('pendingPost'),
      postedCard: table('postedCard'),
      invitation: table('invitation'),
      pendingInvitation: table('pendingInvitation'),
      latestPaste: table('latestPaste'),
      receivedInvitation: table('receivedInvitation'),
      relationship: table('relationship'),
      review: table('review'),
      reviewRequest: table('reviewRequest'),
      contactedProvider: table('contactedProvider'),
      tenantContacts: table('tenantContacts'),
      recentRefusals: table('recentRefusals'),
      historyExport: table('historyExport'),
      tenantSnapshot: table('tenantSnapshot'),
      tenantWatch: table('tenantWatch'),
      mailboxWatch: table('mailboxWatch'),
      handledMail: table('handledMail'),
      tenantAlert: table('tenantAlert'),
      awaitedEffect: table('awaitedEffect'),
      partnerActivity: table('partnerActivity'),
    };
    this.entries = { audit: log('audit') };
  }

  /** Number of commits so far. */
  get sequence(): number {
    return this.#sequence;
  }

  /** The current state, as the first line of a journal. */
  get header(): JournalHeader {
    return { schemaVersion: 1, sequence: this.#sequence, entries: this.heads };
  }

  /** The chain head of each kind of entry. */
  get heads(): ChainHeads {
    return { audit: this.entries.audit.head };
  }

  /** Reads the files, then replays the journals over them. @throws CorruptFileError */
  async load({ start, commits }: Replay): Promise<void> {
    await Promise.all(Object.values(this.records).map((table) => table.load()));
    for (const kind of keysOf(this.entries)) await this.entries[kind].load(start.entries[kind] ?? emptyChain);
    this.#sequence = start.sequence;
    for (const commit of commits) this.#replay(commit);
    const newest = Math.max(...Object.values(this.records).map((table) => table.newestVersion));
    if (newest > this.#sequence)
      throw new CorruptFileError(this.#folder, 'records are newer than the journal');
  }

  #replay(commit: JournalCommit): void {
    try {
      this.prepare(commit)();
    } catch (error) {
      if (error instanceof ZodError) throw new CorruptFileError(this.#folder, problemOf(error));
      throw error;
    }
  }

  /** Validates a commit and returns a function that applies it and cannot fail. @throws ZodError */
  prepare({ sequence, changes }: JournalCommit): () => void {
    const steps = changes.map((change) => this.#step(change, sequence));
    return () => {
      for (const step of steps) step();
      this.#sequence = sequence;
    };
  }

  #step(change: JournalChange, sequence: number): () => void {
    switch (change.type) {
      case 'put':
        return this.records[change.kind].preparePut(change.id, sequence, change.value);
      case 'delete':
        return this.records[change.kind].prepareDelete(change.id);
      case 'append':
        return this.entries[change.kind].prepareAppend(change.link, change.value);
    }
  }

  /** Writes to the files, durably, what so far is only in memory and journals. */
  async flush(gate: FlushGate): Promise<void> {
    for (const table of Object.values(this.records)) await table.flush(gate);
    for (const log of Object.values(this.entries)) await log.flush(gate);
  }
}

function keysOf<Key extends string>(kinds: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(kinds) as Key[];
}
