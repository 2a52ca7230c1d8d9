import type { ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { shortened } from '../cards/text.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { firstSearch } from '../turn/first-search.ts';

/** How much of the words a button repeats: it stays on one line of a phone, in every language. Characters. */
const longestTitle = 26;

/** Why the help card is shown: somebody came, asked for it, or said something that was not understood. */
export type HelpOccasion =
  | { readonly kind: 'welcome'; readonly by: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'notUnderstood'; readonly search: ProviderSearch };

/** What can be said, and buttons for where people start. */
export const helpCard = defineCard('help', helpView);

function helpView(messages: Messages, occasion: HelpOccasion) {
  const { desk } = messages;
  const words = occasion.kind === 'notUnderstood' ? { ...firstSearch, ...occasion.search } : firstSearch;
  return {
    title: titleOf(messages, occasion),
    lead: leadOf(messages, occasion),
    hasWords: occasion.kind === 'notUnderstood' && words.text !== '',
    searchTitle: desk.searchFor(shortened(words.text, longestTitle)),
    searchData: { state: words },
    helpLead: desk.helpLead,
    examples: desk.examples.map(({ say, does }) => ({ say, does: ` – ${does}` })),
    findTitle: desk.findProvider,
    findData: { state: firstSearch },
    invitationsTitle: desk.invitations,
    invitationsData: { which: 'pending' },
    partnersTitle: desk.partners,
    partnersData: { state: everyPartner },
    requestsTitle: desk.myRequests,
    isSandbox: messages.isSandbox,
    sandboxNote: desk.sandboxNote,
  };
}

function titleOf({ desk }: Messages, occasion: HelpOccasion): string {
  if (occasion.kind === 'welcome') return desk.welcomeTitle;
  return occasion.kind === 'help' ? desk.helpTitle : desk.notUnderstoodTitle;
}

function leadOf({ desk }: Messages, occasion: HelpOccasion): string {
  if (occasion.kind === 'notUnderstood') return desk.notUnderstoodLead;
  if (occasion.kind === 'help' || occasion.by === '') return desk.purpose;
  return `${desk.welcomeBy(occasion.by)} ${desk.purpose}`;
}
