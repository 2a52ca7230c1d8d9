import type { OpenedPartner } from '../../application/partners/open-partner.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { AuthorizedFunction } from '../../domain/partners/relationship.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName } from '../cards/text.ts';
import { whoOf } from '../history/entry-text.ts';
import { wholeHistory } from '../history/history-state.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { partnerView } from '../invitations/partner-view.ts';
import { settingsText } from '../invitations/settings-text.ts';
import { firstSearch } from '../turn/first-search.ts';
import { markWords, removalEffectText, accessLine, periodLine } from './access-text.ts';
import type { PartnerListState } from './partner-list-state.ts';

/** Maximum number of roles explained; further ones are only named, as a card is at most 28 kB. */
const maxExplained = 10;

interface Shown {
  readonly state: PartnerListState;
  /** Shown above it. */
  readonly note?: string | undefined;
}

/** One partner: what it may do and who authorized it, its permissions, settings and recent history. */
export const partnerDetailsCard = defineCard('partner', partnerDetailsView);

function partnerDetailsView(messages: Messages, opened: OpenedPartner, { state, note }: Shown) {
  const { format, invitation, partner: text, vocabulary } = messages;
  const { relationship, attention, known, maySet, mayRemove } = opened;
  const { partner, functions } = relationship;
  const isActive = attention.access.kind === 'active';
  const roles = roleRows(messages, attention.roles);
  const others = roles.slice(maxExplained).map(({ name }) => name);
  const warnings = warningsOf(messages, opened);
  const data = { partner: partner.id, state };
  const hasMarks = attention.marks.length > 0;
  return {
    ...partnerView(messages, partner, known),
    note: optional(note),
    hasMarks,
    attention: text.attention,
    marks: markWords(messages, attention).map((mark) => ({ mark })),
    mayDo: text.mayDo,
    functions: functions.map((entry) => functionView(messages, entry)),
    access: accessLine(messages, opened),
    period: periodLine(messages, opened),
    warnings: warnings.map((warning) => ({ warning })),
    hasRoles: roles.length > 0,
    rolesLead: text.rolesLead,
    roles: roles.slice(0, maxExplained),
    otherRoles: optional(others.join(', ') || undefined),
    removed: optional(removedText(messages, opened)),
    ...accountView(messages, opened, data),
    ...purchasesView(messages, opened, data),
    settings: invitation.settings,
    hasHistory: opened.history.length > 0,
    historyTitle: text.historyTitle,
    history: opened.history.map((entry) => ({ line: historyLine(messages, entry) })),
    allHistoryTitle: text.history,
    allHistoryData: { state: { ...wholeHistory, partner: partner.id } },
    mayRemove: isActive && mayRemove,
    removeTitle: text.remove,
    removeData: { partners: [partner.id], state },
    mayNotRemove: isActive && !mayRemove,
    onlyRoles: text.onlyRoles(format.list(opened.rolesThatRemove.map((role) => vocabulary.adminRoles[role]))),
    contactTitle: text.contact,
    contactData: { providers: [partner.id], state: firstSearch },
    backTitle: text.back,
    backData: { state },
    data,
    hasSettings: maySet && functions.some(({ settings }) => settings.kind !== 'none'),
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}

function functionView(messages: Messages, entry: AuthorizedFunction) {
  const { format, invitation, partner: text, vocabulary } = messages;
  return {
    name: vocabulary.functions[entry.function],
    powers: invitation.powers[entry.function],
    authorized: text.authorizedBy(
      personName(messages, entry.authorizedBy),
      format.moment(entry.agreement.acceptedAt),
    ),
    agreement: invitation.agreementAccepted(entry.agreement.name, entry.agreement.url),
    effect: invitation.effect[entry.effect.kind],
    settings: optional(settingsText(messages, entry.settings)),
  };
}

function warningsOf({ invitation, partner }: Messages, { attention }: OpenedPartner): readonly string[] {
  return [
    ...(attention.marks.includes('classicAdministration') ? [invitation.classic] : []),
    ...(attention.marks.includes('globalAdministrator') ? [invitation.globalAdministrator] : []),
    ...(attention.holdsUnknownRoles ? [partner.rolesNotKnown] : []),
  ];
}

/** Who removed its permissions, when and why; undefined if nobody did. */
function removedText(
  messages: Messages,
  { attention }: Pick<OpenedPartner, 'attention'>,
): string | undefined {
  const { decision, format, partner: text } = messages;
  const { access } = attention;
  if (access.kind !== 'removed') return undefined;
  const removed = text.removedBy(personName(messages, access.by), format.moment(access.at));
  const because = access.reason === undefined ? [] : [decision.remarks.reason(access.reason)];
  return [removed, removalEffectText(messages, access.effect), ...because].join(' ');
}

function accountView({ partner: text, invitation }: Messages, opened: OpenedPartner, data: object) {
  const settings = opened.relationship.functions.find((entry) => entry.function === 'partner')?.settings;
  return {
    setsAccount: opened.maySet && settings?.kind === 'account',
    accountLabel: text.account,
    accountPlaceholder: invitation.accountPlaceholder,
    account: settings?.kind === 'account' ? (settings.userPrincipalName ?? '') : '',
    saveAccountTitle: text.saveAccount,
    accountData: { ...data, function: 'partner' },
  };
}

function purchasesView({ partner: text }: Messages, opened: OpenedPartner, data: object) {
  const settings = opened.relationship.functions.find((entry) => entry.function === 'mpsaPartner')?.settings;
  const sees = settings?.kind === 'purchases' && settings.seesOtherPartners;
  return {
    setsPurchases: opened.maySet && settings?.kind === 'purchases',
    purchasesTitle: sees ? text.hidePurchases : text.allowPurchases,
    purchasesData: { ...data, function: 'mpsaPartner', seesOtherPartners: String(!sees) },
  };
}

function historyLine(messages: Messages, { at, by, event }: AuditEntry): string {
  const { format, history: text } = messages;
  return [format.moment(at), whoOf(messages, by), text.words[event.kind].kind].join(' · ');
}
