import type { Store } from '../../../src/application/ports/store.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';

/** A store that takes no changes while it is broken, as when a disk is full. */
export interface BreakableStore extends Store {
  broken: boolean;
}

export function breakableStore(store: Store): BreakableStore {
  const breakable: BreakableStore = {
    ...store,
    broken: false,
    async commit(tenant, changes) {
      if (breakable.broken) throw new DomainError('store-unavailable', {});
      await store.commit(tenant, changes);
    },
  };
  return breakable;
}
