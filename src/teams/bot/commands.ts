import { rememberLanguage } from '../../application/runtime/person-preferences.ts';
import { excelFormats } from '../../domain/history/export-format.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { showContactRequests } from '../contact/contact-actions.ts';
import { contactPicked } from '../contact/show-contact-form.ts';
import { showHelp, showHelpFor } from '../help/show-help.ts';
import { exportHistory } from '../history/history-actions.ts';
import { wholeHistory } from '../history/history-state.ts';
import { showHistory } from '../history/show-history.ts';
import { askCancelByName } from '../invitations/cancel-group.ts';
import { showInvitations } from '../invitations/invitation-actions.ts';
import { notifyHere, stopNotifying } from '../notifications/subscriptions.ts';
import { askRemovalByName } from '../partners/ask-removal.ts';
import { showPartners } from '../partners/show-partners.ts';
import { refineSearch, showSearch } from '../providers/search-dialog.ts';
import { startReview } from '../reviews/show-review.ts';
import { showAlerts } from '../tenant/show-alerts.ts';
import { showSetup } from '../tenant/show-setup.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { firstSearch } from '../turn/first-search.ts';
import { noticeCard } from '../turn/notice-view.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import type { Meaning } from '../understanding/meaning.ts';
import type { Access } from './access.ts';

type Command<Kind extends Meaning['kind']> = (
  services: Services,
  turn: Turn,
  meaning: Extract<Meaning, { readonly kind: Kind }>,
) => Promise<void>;

/** The command for each kind of meaning. */
const commands: { readonly [Kind in Meaning['kind']]: Command<Kind> } = {
  find: (services, turn, { search }) => showSearch(services, turn, { search: { ...firstSearch, ...search } }),
  refine: (services, turn, { change }) =>
    change.kind === 'contact'
      ? contactPicked(services, turn, change.references)
      : refineSearch(services, turn, change),
  help: (_services, turn) => showHelp(turn),
  greeting: (_services, turn) => showHelp(turn),
  myRequests: (services, turn) => showContactRequests.run(services, turn, {}),
  invitations: (services, turn, { which }) => showInvitations.run(services, turn, { which }),
  partners: (services, turn, { onlyDelegated }) =>
    showPartners(services, turn, { ...everyPartner, onlyDelegated }),
  reviewPartners: (services, turn) => startReview(services, turn),
  changes: (services, turn) => showAlerts(services, turn),
  setup: (services, turn) => showSetup(services, turn),
  history: (services, turn, { partner }) => showHistory(services, turn, { ...wholeHistory, partner }),
  exportHistory: (services, turn, { format }) =>
    exportHistory.run(services, turn, {
      format: format === 'excel' ? excelFormats[turn.messages.language] : format,
      state: wholeHistory,
    }),
  removePermissions: (services, turn, { partner }) => askRemovalByName(services, turn, partner),
  cancelInvitations: (services, turn, { name }) => askCancelByName(services, turn, name),
  notifyHere: (services, turn) => notifyHere(services, turn),
  stopNotifying: (services, turn) => stopNotifying(services, turn),
  language: async (services, turn, { language }) => {
    await rememberLanguage(services, turn.actor, language);
    const messages = messagesIn(language, undefined, services.wording);
    const { languageTitle, languageText } = messages.desk;
    turn.show(noticeCard(messages, { title: languageTitle, text: languageText }));
  },
  unknown: (_services, turn, { search }) => {
    showHelpFor(turn, { kind: 'notUnderstood', search });
    return Promise.resolve();
  },
};

/** What each meaning takes of the person who said it. */
export function accessOf(meaning: Meaning): Access {
  // “Contact the first two” refines a search, and opens the form.
  if (meaning.kind === 'refine') return meaning.change.kind === 'contact' ? 'read' : 'search';
  return meaningAccess[meaning.kind];
}

const meaningAccess: Readonly<Record<Exclude<Meaning['kind'], 'refine'>, Access>> = {
  find: 'search',
  help: 'search',
  greeting: 'search',
  unknown: 'search',
  language: 'read',
  myRequests: 'read',
  invitations: 'read',
  partners: 'read',
  reviewPartners: 'act',
  changes: 'read',
  setup: 'act',
  history: 'act',
  exportHistory: 'act',
  removePermissions: 'act',
  cancelInvitations: 'act',
  notifyHere: 'act',
  stopNotifying: 'act',
};

/** The commands that begin or change something; the others show something, or ask before anything is done. */
const changing: ReadonlySet<Meaning['kind']> = new Set([
  'language',
  'reviewPartners',
  'exportHistory',
  'notifyHere',
  'stopNotifying',
]);

/** Whether a command changes nothing, so that an edited message may give it too. */
export function onlyShows({ kind }: Meaning): boolean {
  return !changing.has(kind);
}

/** Runs the command for a meaning. */
export function perform(services: Services, turn: Turn, meaning: Meaning): Promise<void> {
  // The table has the matching command for each kind, which the compiler cannot follow through the look-up.
  const command = commands[meaning.kind] as (
    services: Services,
    turn: Turn,
    meaning: Meaning,
  ) => Promise<void>;
  return command(services, turn, meaning);
}
