import { rememberLanguage } from '../application/runtime/person-preferences.ts';
import { messagesIn } from '../i18n/messages.ts';
import { showContactRequests } from './actions/contact-actions.ts';
import { exportHistory } from './actions/history-actions.ts';
import { showInvitations } from './actions/invitation-actions.ts';
import { askRemovalByName } from './ask-removal.ts';
import type { Desk } from './desk.ts';
import { showSearch } from './dialogs/find-provider-dialog.ts';
import { wholeHistory } from './history-state.ts';
import { notifyHere, stopNotifying } from './notifications.ts';
import { everyPartner } from './partner-list-state.ts';
import { render } from './render.ts';
import { firstSearch } from './search-state.ts';
import { showHelp, showHelpFor } from './show-help.ts';
import { showHistory } from './show-history.ts';
import { showPartners } from './show-partners.ts';
import { startReview } from './show-review.ts';
import type { Turn } from './turn.ts';
import type { Meaning } from './understanding/meaning.ts';
import { noticeView } from './views/notice-view.ts';

type Command<Kind extends Meaning['kind']> = (
  desk: Desk,
  turn: Turn,
  meaning: Extract<Meaning, { readonly kind: Kind }>,
) => Promise<void>;

/** What is done for each thing that a person can mean. */
const commands: { readonly [Kind in Meaning['kind']]: Command<Kind> } = {
  find: (_desk, turn, { search }) => showSearch(turn, { search: { ...firstSearch, ...search } }),
  refine: async (_desk, turn, { change }) => {
    turn.refinement = change;
    await turn.dialogs.continueDialog();
  },
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
    turn.show(render('notice', noticeView(messages, { title: languageTitle, text: languageText })));
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
