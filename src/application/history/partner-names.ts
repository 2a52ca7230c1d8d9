import { isDomainError } from '../../domain/domain-error.ts';
import { partnersOfEvent, type AuditEvent } from '../../domain/history/audit-entry.ts';
import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';
import { partnersInHistory } from './partners-in-history.ts';

/** The name of each partner that an event is about, in the order of `partnersOfEvent`; empty where none is known. */
export type PartnerNames = (event: AuditEvent) => Promise<readonly string[]>;

interface Sources {
  readonly store: Pick<Store, 'get'>;
  /** What the provider directory calls a partner; undefined if it is not listed. */
  readonly listedName: (id: ProviderId) => Promise<string | undefined>;
}

/**
 * Names partners as they were called when it happened: by the invitation or the request, else by what the tenant has of
 * them, else by the directory. What may change is looked up once, so that a file that is written again is the same.
 */
export function partnerNames({ store, listedName }: Sources, tenant: TenantId): PartnerNames {
  const known = new Map<string, Promise<readonly string[]>>();
  const listed = new Map<ProviderId, Promise<string | undefined>>();

  function nameInDirectory(id: ProviderId): Promise<string | undefined> {
    const asked = listed.get(id) ?? listedName(id);
    listed.set(id, asked);
    return asked;
  }

  async function find(event: AuditEvent): Promise<readonly string[]> {
    const partners = await partnersInHistory(store, tenant, event);
    return Promise.all(
      partners.map(async ({ id, name }) => name?.value ?? (await nameInDirectory(id)) ?? ''),
    );
  }

  return (event) => {
    const ids = partnersOfEvent(event);
    if (ids.length === 0) return Promise.resolve([]);
    // What a request called its recipients does not change, and there are many requests.
    if ('request' in event) return find(event);
    const key = JSON.stringify(['invitation' in event && event.invitation, ids]);
    const names = known.get(key) ?? find(event);
    known.set(key, names);
    return names;
  };
}

/** Asks a directory that may not be loaded: a file is written without it. */
export function listedIn(directory: Pick<ProviderDirectory, 'find'>): Sources['listedName'] {
  return async (id) => {
    try {
      const [provider] = await directory.find([id]);
      return provider?.name;
    } catch (error) {
      if (isDomainError(error, 'directory-unavailable')) return undefined;
      throw error;
    }
  };
}
