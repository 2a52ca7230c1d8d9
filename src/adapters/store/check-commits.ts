import type { RecordKind } from '../../application/ports/records.ts';
import { type Change, ConflictError } from '../../application/ports/store.ts';
import { encodeCommit, journalCommit } from './journal/journal-lines.ts';
import type { TenantContents } from './tenant-contents.ts';

/** A commit that waits to be written, and how its caller is told. */
export interface WaitingCommit {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** One that can be written: its line in the journal, and what makes its changes once that is durable. */
export interface AcceptedCommit extends WaitingCommit {
  readonly line: string;
  readonly apply: () => void;
}

interface RefusedCommit extends WaitingCommit {
  readonly error: unknown;
}

/** Sorts out, in the order they came, which of the commits that wait can be written together. Changes nothing. */
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
      const { line, heads: reached } = encodeCommit(sequence, commit.changes, heads);
      // What is applied is what a replay of this line would apply: a value that could not be read back is refused here.
      const apply = contents.prepare(journalCommit.parse(JSON.parse(line)));
      versions.stage(commit.changes, sequence);
      accepted.push({ ...commit, line, apply });
      heads = reached;
    } catch (error) {
      refused.push({ ...commit, error });
    }
  }
  return { accepted, refused };
}

type Version = number | 'absent';

/** The versions that records will have once the commits that are written together are. */
class StagedVersions {
  readonly #stored: (kind: RecordKind, id: string) => Version;
  readonly #staged = new Map<string, Version>();

  constructor(stored: (kind: RecordKind, id: string) => Version) {
    this.#stored = stored;
  }

  /** Takes a commit in, all or nothing. @throws ConflictError */
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
