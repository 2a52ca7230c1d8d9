import type { Actor } from '../../domain/actor.ts';
import type { ContactField } from '../../domain/contact-problem.ts';
import { prefillContactForm } from '../../domain/contact/contact-form.ts';
import { chosenProviders } from '../../domain/contact/contact-request.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
}

export interface OpenContactForm {
  readonly providers: readonly Provider[];
  readonly answers: Readonly<Partial<Record<ContactField, string>>>;
}

/**
 * Reads what the contact form for these providers needs: who they are, and the answers already known of the person.
 * @throws DomainError `no-provider-chosen`, `too-many-providers`, `provider-not-found` or `directory-unavailable`
 */
export async function openContactForm(
  { store, directory }: Ports,
  actor: Actor,
  ids: readonly ProviderId[],
): Promise<OpenContactForm> {
  const chosen = chosenProviders(ids);
  const providers = await directory.find(chosen);
  if (providers.length < chosen.length) throw new DomainError('provider-not-found', {});
  const person = await store.get(actor.tenant, 'person', actor.person);
  return { providers, answers: prefillContactForm(person?.value, actor) };
}
