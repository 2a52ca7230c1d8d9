import type { OpenedPartner } from '../../application/partners/open-partner.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { AuthorizedFunction } from '../../domain/partners/relationship.ts';
import { azureSubscriptionsPage } from '../../domain/tenant/azure-portal.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName } from '../cards/text.ts';
import { whoOf } from '../history/entry-text.ts';
import { wholeHistory } from '../history/history-state.ts';
import { namesOfOthers, roleRows } from '../invitations/administration-view.ts';
import { identifyingName, partnerName, partnerView } from '../invitations/partner-view.ts';
import { settingsText } from '../invitations/settings-text.ts';
import { firstSearch } from '../turn/first-search.ts';
import { markWords, removalEffectText, accessLine, periodLine } from './access-text.ts';
import { activityLines } from './activity-view.ts';
import type { PartnerListState } from './partner-list-state.ts';
import { readsView } from './reads-text.ts';
import { seenView } from './seen-view.ts';
import { isAuthorized, isNamedByInvitation, standingMeaning, standingView } from './standing-text.ts';

/** Maximum number of roles explained; further ones are only named, as a card is at most 28 kB. */
const maxExplained = 10;

interface Shown {
  readonly state: PartnerListState;
  /** Shown above it. */
  readonly note?: string | undefined;
  /** The admin center's list of partners. */
  readonly partnersPage: string;
}

/** One partner: how it stands, what Microsoft 365 shows of it, what it may do and who authorized it, its permissions, settings and recent history. */
export const partnerDetailsCard = defineCard('partner', partnerDetailsView);

function partnerDetailsView(messages: Messages, opened: OpenedPartner, shown: Shown) {
  const { format, invitation, partner: text, vocabulary } = messages;
  const { partner, relationship, attention, known, maySet, mayRemove, isRemovable } = opened;
  const { state, note } = shown;
  const functions = relationship?.functions ?? [];
  // Beside what Microsoft 365 shows, each role stands once.
  const roles = messages.readsTenant ? [] : roleRows(messages, attention.roles);
  const others = roles.slice(maxExplained).map(({ name }) => name);
  const warnings = warningsOf(messages, opened);
  const data = { partner: partner.id, state };
  const hasMarks = attention.marks.length > 0;
  return {
    ...partnerView(messages, partner, known),
    ...nameView(messages, opened),
    ...tenantView(messages, opened, shown),
    note: optional(note),
    hasMarks,
    attention: text.attention,
    marks: markWords(messages, attention).map((mark) => ({ mark })),
    hasFunctions: functions.length > 0,
    mayDo: text.mayDo,
    functions: functions.map((entry, index) => functionView(messages, entry, functions[index - 1])),
    hasAccess: !messages.readsTenant || attention.access.kind !== 'none',
    access: accessLine(messages, opened),
    period: periodLine(messages, opened),
    warnings: warnings.map((warning) => ({ warning })),
    hasRoles: roles.length > 0,
    rolesLead: text.rolesLead,
    roles: roles.slice(0, maxExplained),
    otherRoles: optional(namesOfOthers(messages, others)),
    removed: optional(removedText(messages, opened)),
    ...accountView(messages, opened, data),
    ...purchasesView(messages, opened, data),
    settings: invitation.settings,
    hasHistory: opened.history.length > 0,
    historyTitle: text.historyTitle,
    history: opened.history.map((entry) => ({ line: historyLine(messages, entry) })),
    allHistoryTitle: text.history,
    allHistoryData: { state: { ...wholeHistory, partner: partner.id } },
    mayRemove: isRemovable && mayRemove,
    removeTitle: text.remove,
    removeData: { partners: [partner.id], state },
    mayNotRemove: isRemovable && !mayRemove,
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

/** What the card shows besides, where Microsoft 365 is read. */
function tenantView(messages: Messages, opened: OpenedPartner, { partnersPage }: Shown) {
  const { at } = opened.attention;
  const { snapshot, activity } = opened;
  const azure = azureSubscriptionsPage(partnersPage);
  const lines = activityLines(messages, { activity, reads: snapshot?.reads ?? {} });
  return {
    isInTenant: messages.readsTenant,
    ...standingView(messages, opened, at),
    meaning: standingMeaning(messages, opened),
    ...readsView(messages, snapshot, at),
    ...seenView(messages, opened, { now: at, reads: snapshot?.reads ?? {} }),
    usedTitle: messages.activity.title,
    used: lines.map((line) => ({ line })),
    openPageTitle: messages.partner.openAdminCenter,
    partnersPage,
    hasAzure: azure !== undefined && opened.untold.includes('azureRoles'),
    azurePage: azure ?? '',
  };
}

/** Its name, and how certain one is that nothing confirms. */
function nameView(messages: Messages, opened: OpenedPartner) {
  const { invitation, standing: text } = messages;
  const { partner, standing } = opened;
  // Known by its id.
  if (standing === 'support') return { partner: text.words.support, isClaimed: false };
  const claimed = isNamedByInvitation(opened) ? invitation.claimed : text.ownName;
  // Of one that only Microsoft 365 shows, no name means that its tenant was not asked for one, or gave none.
  const nameOf = isAuthorized(opened) ? partnerName : identifyingName;
  return { partner: nameOf(messages, partner), claimed: ` – ${claimed}` };
}

function functionView(messages: Messages, entry: AuthorizedFunction, before: AuthorizedFunction | undefined) {
  const { format, invitation, partner: text, vocabulary } = messages;
  return {
    name: vocabulary.functions[entry.function],
    powers: invitation.powers[entry.function],
    authorized: text.authorizedBy(
      personName(messages, entry.authorizedBy),
      format.moment(entry.agreement.acceptedAt),
    ),
    // Said once of all that were authorized under the same.
    hasAgreement: entry.agreement.url !== before?.agreement.url,
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
  const settings = opened.relationship?.functions.find((entry) => entry.function === 'partner')?.settings;
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
  const settings = opened.relationship?.functions.find((entry) => entry.function === 'mpsaPartner')?.settings;
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
