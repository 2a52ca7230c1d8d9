import type { Change } from '../../application/ports/store.ts';
import { encodeCommit, journalCommit } from './journal/journal-lines.ts';
import { StagedVersions } from './staged-versions.ts';
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
