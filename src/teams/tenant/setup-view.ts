import type { MailboxState } from '../../application/ports/mailbox-reader.ts';
import type { LinkState, PermissionState } from '../../application/ports/tenant-reader.ts';
import type { Messages } from '../../i18n/messages.ts';
import { aboutOthers } from '../../i18n/other-mailboxes.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, shortened } from '../cards/text.ts';

/** The state of the link to Microsoft 365; undefined where the desk keeps its own records. */
export const tenantSetupCard = defineCard('tenant-setup', tenantSetupView);

/** Beyond five minutes, issuers refuse assertions. Seconds. */
const maxClockSkew = 300;

function tenantSetupView(messages: Messages, link: LinkState | undefined, mailbox: MailboxState | undefined) {
  const { setup: text } = messages;
  const permissions = link?.permissions ?? [];
  return {
    ...stateView(messages, link),
    ...clockView(messages, link?.clockAhead),
    ...mailboxView(messages, mailbox),
    title: text.title,
    hasLink: link !== undefined,
    mayConsent: link !== undefined && !isComplete(link),
    consentTitle: text.consent,
    consentPage: link?.consentAddress ?? '',
    againTitle: text.again,
    againData: {},
    cloud: link === undefined ? '' : text.cloud(link.graphAddress),
    hasPermissions: permissions.length > 0,
    permissionsLead: text.permissionsLead,
    permissions: permissions.map((permission) => permissionView(messages, permission)),
  };
}

function mailboxView({ format, mailbox: text }: Messages, mailbox: MailboxState | undefined) {
  const others = mailbox === undefined ? [] : aboutOthers(format, text, mailbox.others);
  return {
    hasMailbox: mailbox !== undefined,
    mailboxTitle: text.title,
    mailbox: mailbox === undefined ? '' : text.state(mailbox.address, text.states[mailbox.read]),
    mailboxColor: mailbox?.read === 'read' ? 'good' : 'attention',
    others: others.map(({ standing, remark }) => ({
      remark,
      color: standing === 'problem' ? 'attention' : 'default',
    })),
  };
}

function isComplete({ token, permissions }: LinkState): boolean {
  return token.kind === 'issued' && permissions.every(({ isGranted, isOptional }) => isGranted || isOptional);
}

function stateView({ format, setup: text }: Messages, link: LinkState | undefined) {
  const none = optional(undefined);
  if (link === undefined) return { state: text.absent, stateColor: 'default', advice: none };
  const { token, permissions } = link;
  if (token.kind === 'notIssued') {
    const advice = text.noTokenAdvice[token.code] ?? text.otherTokenAdvice;
    return {
      state: text.noToken(shortened(token.code, 80)),
      stateColor: 'attention',
      advice: optional(advice),
    };
  }
  const needed = permissions.filter(({ isOptional }) => !isOptional);
  const missing = needed.filter(({ isGranted }) => !isGranted).length;
  if (missing > 0) {
    return { state: text.incomplete(format, missing), stateColor: 'attention', advice: none };
  }
  const isFailing = needed.some(({ read }) => read === 'refused' || read === 'unavailable');
  return isFailing
    ? { state: text.failing, stateColor: 'warning', advice: none }
    : { state: text.complete, stateColor: 'good', advice: none };
}

function clockView({ format, setup: text }: Messages, ahead: number | undefined) {
  const seconds = ahead === undefined ? undefined : Math.round(ahead);
  const isWrong = seconds !== undefined && Math.abs(seconds) > maxClockSkew;
  const isRight = seconds !== undefined && Math.abs(seconds) < 2;
  return {
    clock:
      seconds === undefined ? text.clockNotKnown : isRight ? text.clockRight : text.clock(format, seconds),
    clockColor: isWrong ? 'attention' : 'default',
    clockAdvice: optional(isWrong ? text.clockWrong : undefined),
  };
}

function permissionView({ setup: text }: Messages, state: PermissionState) {
  const { permission, isGranted, isOptional, read } = state;
  const missing = isOptional ? text.missingOptional : text.missing;
  return {
    name: shortened(permission, 80),
    granted: ` · ${isGranted ? text.granted : missing}`,
    color: isGranted ? 'good' : isOptional ? 'default' : 'attention',
    purpose: optional(text.purposes[permission]),
    read: text.reads[read],
  };
}
