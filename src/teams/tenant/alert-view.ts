import type { OpenedAlert } from '../../application/tenant/open-alert.ts';
import {
  crossTenantAccessPage,
  partnerRelationshipsPage,
} from '../../domain/invitations/admin-center-page.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { identifyingName, partnerName } from '../invitations/partner-view.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { detailsView, riskOf } from './change-view.ts';

/** A change in the tenant that nobody decided here: to be answered, or who called it expected. */
export const tenantAlertCard = defineCard('tenant-alert', tenantAlertView);

interface Shown {
  /** The admin center's list of partners. */
  readonly partnersPage: string;
  /** The card was posted unprompted: it says how to opt out. */
  readonly isPosted: boolean;
}

function tenantAlertView(messages: Messages, opened: OpenedAlert, { partnersPage, isPosted }: Shown) {
  const { alert: text, format, invitation, partner: ofPartner, review, vocabulary } = messages;
  const { alert, mayAnswer, rolesThatAnswer } = opened;
  const { change, expected } = alert;
  const isAnswered = expected !== undefined;
  const risk = riskOf(messages, change);
  const isTrust = change.kind === 'trustChanged';
  // The address is known for the worldwide cloud alone.
  const opensEntra = isTrust && partnersPage === partnerRelationshipsPage;
  const offersRemoval = !isTrust && change.kind !== 'accessGone';
  const state = everyPartner;
  return {
    ...detailsView(messages, change),
    ...whoView(messages, opened),
    what: alertSummary(messages, opened),
    color: isAnswered ? 'default' : colorOf(change.kind, risk.color),
    risk: optional(risk.text),
    riskColor: isAnswered ? 'default' : risk.color,
    isAnswered,
    expected: isAnswered
      ? text.wasExpected(personName(messages, expected.by), format.moment(expected.at))
      : '',
    note: optional(expected?.note === undefined ? undefined : review.noted(expected.note)),
    seenAt: text.seenAt(format.moment(alert.at)),
    next: optional(isAnswered ? undefined : text.next[change.kind]),
    onlyRoles: optional(
      isAnswered || mayAnswer
        ? undefined
        : text.onlyRoles(format.list(rolesThatAnswer.map((role) => vocabulary.adminRoles[role]))),
    ),
    mayAnswer: !isAnswered && mayAnswer,
    expectedTitle: text.expectedTitle,
    expectedNote: text.expectedNote,
    sayExpectedTitle: text.sayExpected,
    data: { alert: alert.id },
    mayRemove: !isAnswered && mayAnswer && offersRemoval,
    removeTitle: ofPartner.remove,
    removeData: { partners: [alert.partner], state },
    openTitle: text.openPartner,
    openData: { partner: alert.partner, state },
    pageTitle: opensEntra ? text.openEntra : invitation.openAdminCenter,
    page: opensEntra ? crossTenantAccessPage : partnersPage,
    allTitle: text.all,
    allData: {},
    optOut: optional(isPosted ? invitation.optOut : undefined),
  };
}

/** What happened, in a sentence; the partner's name is untrusted text. */
export function alertSummary(
  messages: Messages,
  { alert, partner }: Pick<OpenedAlert, 'alert' | 'partner'>,
): string {
  return messages.tenant.changed[alert.change.kind](identifyingName(messages, partner));
}

/** What was approved otherwise than it was decided is alarming, whichever roles it is about. */
function colorOf(kind: OpenedAlert['alert']['change']['kind'], ofRisk: string): string {
  return kind === 'otherRolesApproved' ? 'attention' : ofRisk;
}

function whoView(messages: Messages, { partner, isOnRecord }: OpenedAlert) {
  const { alert: text, invitation } = messages;
  const proof = isOnRecord
    ? partner.name?.claimed === true
      ? invitation.claimed
      : text.onRecord
    : text.selfNamed;
  return {
    name: partnerName(messages, partner),
    known: partner.name === undefined ? '' : ` – ${proof}`,
    domain: optional(partner.domain && shortened(partner.domain.value, 256)),
    tenant: invitation.tenant(partner.id),
  };
}
