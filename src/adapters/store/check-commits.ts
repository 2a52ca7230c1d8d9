import type { RecordKind } from '../../application/ports/records.ts';
import { type Change, ConflictError } from '../../application/ports/store.ts';
import { encodeCommit, journalCommit } from './journal/journal-lines.ts';
import type { TenantContents } from './tenant-contents.ts';

/** A pending commit, and how its caller learns the outcome. */
export interface WaitingCommit {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A commit that can be written: its journal line, and what applies its changes once that line is durable. */
export interface AcceptedCommit extends WaitingCommit {
  readonly line: string;
  readonly apply: () => void;
}

interface RefusedCommit extends WaitingCommit {
  readonly error: unknown;
}

/** Splits pending commits, in order, into those that can be written as one batch and those refused. Changes nothing. */
export function checkCommits(
  waiting: readonly WaitingCommit[],
  contents: TenantContents,
): { readonly accepted: readonly AcceptedCommit[]; readonly refused: readonly RefusedCommit[] } {
  const versions = new StagedVersions((kind, id) => contents.records[kind].versionOf(id));
  const accepted: AcceptedCommit[] = [];
  const refused: RefusedCommit[] = [];
  let heads = contents.heads;
  for (const commit of waiting) {
    const sequence = contents.sequence + accepted.length + 1;
    try {
      const { line, heads: nextHeads } = encodeCommit(sequence, commit.changes, heads);
      // Applies what a replay of this line would, so that a value that could not be read back is refused here.
      const apply = contents.prepare(journalCommit.parse(JSON.parse(line)));
      versions.stage(commit.changes, sequence);
      accepted.push({ ...commit, line, apply });
      heads = nextHeads;
    } catch (error) {
      refused.push({ ...commit, error });
    }
  }
  return { accepted, refused };
}

type Version = number | 'absent';

/** The versions of records after the commits accepted into this batch. */
class StagedVersions {
  readonly #stored: (kind: RecordKind, id: string) => Version;
  readonly #staged = new Map<string, Version>();

  constructor(stored: (kind: RecordKind, id: string) => Version) {
    this.#stored = stored;
  }

  /** Adds a commit, all or nothing. @throws ConflictError */
  stage(changes: readonly Change[], sequence: number): void {
    const after = new Map<string, Version>();
    for (const change of changes) {
      if (change.type === 'append') continue;
      const key = `${change.kind}/${change.id}`;
      const version = after.get(key) ?? this.#staged.get(key) ?? this.#stored(change.kind, change.id);
      if (version !== change.expected) throw new ConflictError(change.kind, change.id);
      after.set(key, change.type === 'put' ? sequence : 'absent');
    }
    for (const [key, version] of after) this.#staged.set(key, version);
  }
}
