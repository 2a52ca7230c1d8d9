import type { Actor } from '../../domain/actor.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
}

/** What the desk itself knows of a partner, whatever an invitation claims. */
export interface KnownPartner {
  /** The directory's entry for the partner's tenant id, if any; `notAsked` while no directory is available. */
  readonly listedAs: Provider | 'notListed' | 'notAsked';
  /** Whether anyone of the tenant sent it a contact request from this desk. */
  readonly contactedBefore: boolean;
}

/** @throws DomainError('store-unavailable') */
export async function knownPartner(
  { store, directory }: Ports,
  actor: Actor,
  partner: ProviderId,
): Promise<KnownPartner> {
  const contacted = await store.get(actor.tenant, 'contactedProvider', partner);
  return { listedAs: await listing(directory, partner), contactedBefore: contacted !== undefined };
}

async function listing(directory: ProviderDirectory, partner: ProviderId): Promise<KnownPartner['listedAs']> {
  try {
    const [provider] = await directory.find([partner]);
    return provider ?? 'notListed';
  } catch (error) {
    // An invitation can be judged without the directory; not having asked it must not read as “not listed”.
    if (isDomainError(error, 'directory-unavailable')) return 'notAsked';
    throw error;
  }
}
