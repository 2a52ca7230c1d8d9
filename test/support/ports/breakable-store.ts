import type { Store } from '../../../src/application/ports/store.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';

/** A store that refuses commits while it is broken, like on a full disk, and reads while it is unreadable. */
export interface BreakableStore extends Store {
  broken: boolean;
  isUnreadable: boolean;
}

export function breakableStore(store: Store): BreakableStore {
  const breakable: BreakableStore = {
    ...store,
    broken: false,
    isUnreadable: false,
    async get(tenant, kind, id) {
      if (breakable.isUnreadable) throw new DomainError('store-unavailable', {});
      return store.get(tenant, kind, id);
    },
    async list(tenant, kind, query) {
      if (breakable.isUnreadable) throw new DomainError('store-unavailable', {});
      return store.list(tenant, kind, query);
    },
    async commit(tenant, changes) {
      if (breakable.broken) throw new DomainError('store-unavailable', {});
      await store.commit(tenant, changes);
    },
  };
  return breakable;
}
