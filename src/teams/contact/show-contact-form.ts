import { openContactForm } from '../../application/contact/open-contact-form.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { pickedProviders } from '../providers/search-dialog.ts';
import type { SearchState } from '../providers/search-state.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import type { OrdinalReference } from '../understanding/meaning.ts';
import { contactFormCard } from './contact-form-view.ts';

type Needs = Pick<Services, 'store' | 'directory'>;

/** Shows a new form for these providers, prefilled with what the desk knows. `state`: the search to go back to. */
export async function showContactForm(
  services: Needs,
  turn: Turn,
  ids: readonly ProviderId[],
  state: SearchState,
): Promise<void> {
  const { providers, answers } = await openContactForm(services, turn.actor, ids);
  const preferredLanguage = answers.preferredLanguage ?? turn.messages.language;
  const content = { providers, answers: { ...answers, preferredLanguage }, problems: [], state };
  turn.show(contactFormCard(turn.messages, content));
}

/** Handles “contact the first two”: shows the form for those picked from the open search. */
export async function contactPicked(
  services: Needs,
  turn: Turn,
  positions: readonly OrdinalReference[] | 'all',
): Promise<void> {
  const picked = await pickedProviders(services, turn, positions);
  if (picked !== undefined) await showContactForm(services, turn, picked.ids, picked.search);
}
