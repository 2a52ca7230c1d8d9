import type { ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { shortened } from '../cards/text.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { firstSearch } from '../turn/first-search.ts';

/** Maximum length of the words on a button, in characters: one line on a phone, in every language. */
const maxTitleLength = 26;

/** Why the help card is shown: the desk was installed, help was requested, or a text was not understood. */
export type HelpReason =
  | { readonly kind: 'welcome'; readonly by: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'notUnderstood'; readonly search: ProviderSearch };

/** What can be said, and buttons to start with. */
export const helpCard = defineCard('help', helpView);

function helpView(messages: Messages, reason: HelpReason) {
  const { desk } = messages;
  const words = reason.kind === 'notUnderstood' ? { ...firstSearch, ...reason.search } : firstSearch;
  return {
    title: titleOf(messages, reason),
    lead: leadOf(messages, reason),
    hasWords: reason.kind === 'notUnderstood' && words.text !== '',
    searchTitle: desk.searchFor(shortened(words.text, maxTitleLength)),
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

function titleOf({ desk }: Messages, reason: HelpReason): string {
  if (reason.kind === 'welcome') return desk.welcomeTitle;
  return reason.kind === 'help' ? desk.helpTitle : desk.notUnderstoodTitle;
}

function leadOf({ desk }: Messages, reason: HelpReason): string {
  if (reason.kind === 'notUnderstood') return desk.notUnderstoodLead;
  if (reason.kind === 'help' || reason.by === '') return desk.purpose;
  return `${desk.welcomeBy(reason.by)} ${desk.purpose}`;
}
