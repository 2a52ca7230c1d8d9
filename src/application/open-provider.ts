import { DomainError } from '../domain/domain-error.ts';
import type { ProviderId } from '../domain/identifiers.ts';
import type { Provider } from '../domain/providers/provider.ts';
import type { ProviderDirectory } from './ports/provider-directory.ts';

interface Ports {
  readonly directory: ProviderDirectory;
}

/** Reads one provider. @throws DomainError `provider-not-found` where it is no longer listed */
export async function openProvider({ directory }: Ports, id: ProviderId): Promise<Provider> {
  const [provider] = await directory.find([id]);
  if (provider === undefined) throw new DomainError('provider-not-found', {});
  return provider;
}
