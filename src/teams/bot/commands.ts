import { rememberLanguage } from '../../application/runtime/person-preferences.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { showContactRequests } from '../contact/contact-actions.ts';
import { contactPicked } from '../contact/show-contact-form.ts';
import { showHelp, showHelpFor } from '../help/show-help.ts';
import { exportHistory } from '../history/history-actions.ts';
import { wholeHistory } from '../history/history-state.ts';
import { showHistory } from '../history/show-history.ts';
import { showInvitations } from '../invitations/invitation-actions.ts';
import { notifyHere, stopNotifying } from '../notifications/subscriptions.ts';
import { askRemovalByName } from '../partners/ask-removal.ts';
import { everyPartner } from '../partners/partner-list-state.ts';
import { showPartners } from '../partners/show-partners.ts';
import { refineSearch, showSearch } from '../providers/search-dialog.ts';
import { startReview } from '../reviews/show-review.ts';
import { firstSearch } from '../turn/first-search.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import type { Meaning } from '../understanding/meaning.ts';

type Command<Kind extends Meaning['kind']> = (
  desk: Desk,
  turn: Turn,
  meaning: Extract<Meaning, { readonly kind: Kind }>,
) => Promise<void>;

/** What is done for each thing that a person can mean. */
const commands: { readonly [Kind in Meaning['kind']]: Command<Kind> } = {
  find: (desk, turn, { search }) => showSearch(desk, turn, { search: { ...firstSearch, ...search } }),
  refine: (desk, turn, { change }) =>
    change.kind === 'contact'
      ? contactPicked(desk, turn, change.positions)
      : refineSearch(desk, turn, change),
  help: showHelp,
  greeting: showHelp,
  myRequests: (desk, turn) => showContactRequests.run(desk, turn, {}),
  invitations: (desk, turn, { which }) => showInvitations.run(desk, turn, { which }),
  partners: (desk, turn, { onlyDelegated }) => showPartners(desk, turn, { ...everyPartner, onlyDelegated }),
  reviewPartners: (desk, turn) => startReview(desk, turn),
  history: (desk, turn, { partner }) => showHistory(desk, turn, { ...wholeHistory, partner }),
  exportHistory: (desk, turn, { format }) => exportHistory.run(desk, turn, { format, state: wholeHistory }),
  removePermissions: (desk, turn, { partner }) => askRemovalByName(desk, turn, partner),
  notifyHere: (desk, turn) => notifyHere(desk, turn),
  stopNotifying: (desk, turn) => stopNotifying(desk, turn),
  language: async (desk, turn, { language }) => {
    await rememberLanguage(desk, turn.actor, language);
    const messages = messagesIn(language);
    const { languageTitle, languageText } = messages.desk;
    turn.show(noticeCard(messages, { title: languageTitle, text: languageText }));
  },
  unknown: (desk, turn, { search }) => {
    showHelpFor(desk, turn, { kind: 'notUnderstood', words: { ...firstSearch, ...search } });
    return Promise.resolve();
  },
};

/** Does what the person meant. */
export function perform(desk: Desk, turn: Turn, meaning: Meaning): Promise<void> {
  // The table holds for each kind the command that takes it, which the compiler cannot follow through the look-up.
  const command = commands[meaning.kind] as (desk: Desk, turn: Turn, meaning: Meaning) => Promise<void>;
  return command(desk, turn, meaning);
}
