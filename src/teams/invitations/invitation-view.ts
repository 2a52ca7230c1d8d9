import type { OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import { myRolesPage } from '../../domain/invitations/admin-center-page.ts';
import { microsoftCloudAgreement } from '../../domain/invitations/cloud-agreement.ts';
import { hasOwnExpiry, type Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Press } from '../cards/card.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional } from '../cards/text.ts';
import { administrationView } from './administration-view.ts';
import { cameThrough } from './links/came-through.ts';
import { claimsView } from './claims-view.ts';
import { mailOriginView } from './mail/mail-origin-view.ts';
import { partnerView } from './partner-view.ts';
import { providerView } from './provider-view.ts';

interface InvitationContent {
  /** The card was posted unprompted: it says how to opt out. */
  readonly isPosted: boolean;
  /** Shown above it. */
  readonly note: string | undefined;
  /** The press that was refused until a role is activated: it can be repeated from the card, with all its inputs. */
  readonly afterActivation: Press | undefined;
}

/** **Accept Partner Invitation**, while it is pending. */
export const invitationCard = defineCard('invitation', invitationView);

function invitationView(
  messages: Messages,
  opened: OpenedInvitation,
  { isPosted, note, afterActivation }: InvitationContent,
) {
  const { decision, format, invitation: text, vocabulary } = messages;
  const { invitation } = opened;
  const { name, url } = microsoftCloudAgreement;
  const claims = claimsView(messages, invitation);
  const data = { invitation: invitation.id };
  const mayDecide = opened.mayDecide || afterActivation !== undefined;
  return {
    ...partnerView(messages, invitation.partner, opened.partner),
    ...providerView(messages, invitation, opened.provider),
    ...administrationView(messages, invitation.delegatedAdmin, {
      place: claims.hasClaims ? 'besideClaims' : 'alone',
      // A posted card is read on other days as well.
      ...(!isPosted && mayDecide && { now: opened.at }),
    }),
    ...claims,
    ...mailOriginView(messages, invitation),
    title: text.title,
    note: optional(note),
    ...activationView(messages, afterActivation),
    asks: `${text.asks} `,
    function: vocabulary.functions[invitation.function],
    powers: text.powers[invitation.function],
    messageTitle: text.message,
    message: optional(invitation.message),
    cameThrough: optional(cameThrough(messages, invitation.wrappedBy)),
    deadline: optional(deadlineOf(messages, invitation)),
    lapses: keptUntil(messages, invitation),
    mayDecide,
    finisher: optional(mayDecide ? finisherOf(messages, opened) : undefined),
    asksAccount: mayDecide && invitation.function === 'partner',
    account: text.account,
    accountPlaceholder: text.accountPlaceholder,
    asksPurchases: mayDecide && invitation.function === 'mpsaPartner',
    settings: text.settings,
    seesOtherPartners: text.seesOtherPartners,
    agreement: text.agreement(name, url),
    whole: text.whole,
    authorizeTitle: decision.authorize,
    cancelTitle: decision.cancel,
    reason: decision.reason,
    cancelNowTitle: decision.cancelNow,
    data,
    mayNotDecide: !mayDecide,
    onlyRoles: text.onlyRoles(format.list(opened.rolesThatDecide.map((role) => vocabulary.adminRoles[role]))),
    isPosted,
    optOut: text.optOut,
    isSandbox: messages.isSandbox,
    sandboxNote: text.sandboxNote,
  };
}

/** What a person whose role is too little for Microsoft's last step is told before they decide. */
export function finisherOf(
  { atMicrosoft: text }: Messages,
  { invitation, mayFinish }: Pick<OpenedInvitation, 'invitation' | 'mayFinish'>,
): string | undefined {
  if (invitation.delegatedAdmin.kind !== 'granular' || mayFinish === true) return undefined;
  return mayFinish === false ? text.lesserRole : text.finisher;
}

function activationView({ atMicrosoft, desk }: Messages, press: Press | undefined) {
  return {
    awaitsActivation: press !== undefined,
    retryTitle: desk.tryAgain,
    retryVerb: press?.verb ?? 'invitation.open',
    retryData: press?.data ?? {},
    myRolesTitle: atMicrosoft.myRoles,
    myRolesPage,
    // What was typed stays in the inputs: not every client sends a press without them.
    typed: typedIn(press?.data ?? {}),
  };
}

function typedIn(data: object) {
  const typed = (name: string): string => {
    const value: unknown = Reflect.get(data, name);
    return typeof value === 'string' ? value : '';
  };
  return {
    account: typed('account'),
    reason: typed('reason'),
    seesOtherPartners: String(typed('seesOtherPartners') === 'true'),
  };
}

/** Until when it waits here, and whose deadline that is. */
function keptUntil({ format, invitation: text }: Messages, invitation: Invitation): string {
  const date = format.date(invitation.lapsesAt);
  if (hasOwnExpiry(invitation)) return text.lapses(date);
  return invitation.delegatedAdmin.kind === 'granular'
    ? `${text.keptUntil(date)} ${text.endsAtMicrosoft}`
    : text.keptUntil(date);
}

function deadlineOf({ invitation: text }: Messages, { deadline }: Invitation): string | undefined {
  return deadline === undefined ? undefined : text.deadline(deadline);
}
