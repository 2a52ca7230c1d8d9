import type { RecordKind } from '../../application/ports/records.ts';
import { ConflictError, type Change } from '../../application/ports/store.ts';

type Version = number | 'absent';

/** The versions that records will have once the commits that are written together are. */
export class StagedVersions {
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
