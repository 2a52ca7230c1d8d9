import type { RemindedDecision } from '../../application/tenant/read-awaited.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { NamedPerson } from '../../domain/named-person.ts';
import { isRemovalShownByTenant } from '../../domain/tenant/what-shows.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName } from '../cards/text.ts';
import { effectView, todoOf, type Todo } from '../invitations/effect-view.ts';
import { decidedNotice } from '../invitations/invitation-outcome-view.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { everyPartner } from '../turn/every-partner.ts';

/** A reminder of a decision that the tenant does not show yet, or what became of it. */
export const tenantAwaitedCard = defineCard('tenant-awaited', tenantAwaitedView);

/** @param days since the decision, when people were reminded */
function tenantAwaitedView(messages: Messages, decision: RemindedDecision, days: number) {
  const { format, invitation: ofInvitation, tenant: text } = messages;
  const { effect, todo } = effectOf(decision);
  const isOpen = decision.isAwaited && effect.kind === 'awaiting';
  const isPointless = !decision.isAwaited && effect.kind === 'awaiting';
  const shown = effectView(messages, effect, todo);
  const when = format.moment(decisionOf(decision).at);
  const settled = {
    state: messages.atMicrosoft.settled,
    stateColor: 'default',
    todo: optional(undefined),
    turns: optional(undefined),
    mayBeSaid: false,
  };
  return {
    ...shown,
    ...(isPointless && settled),
    ...linksOf(messages, decision),
    title: isOpen ? text.awaitedTitle : text.awaitedOver,
    color: effect.kind === 'confirmed' && effect.otherRoles === undefined ? 'good' : 'default',
    decided: decidedText(messages, decision),
    when: isOpen ? text.ago(format, when, days) : text.decidedOn(when),
    whenColor: isOpen ? 'warning' : 'default',
    hasPage: isOpen,
    pageTitle: ofInvitation.openAdminCenter,
    page: effect.kind === 'awaiting' ? effect.adminCenterPage : '',
    optOut: optional(isOpen ? ofInvitation.optOut : undefined),
  };
}

/** The effect of a decision, and what it takes at Microsoft. */
export function effectOf(decision: RemindedDecision): { readonly effect: Effect; readonly todo: Todo } {
  if (decision.kind === 'authorization') {
    return { effect: decision.invitation.status.effect, todo: todoOf(decision.invitation) };
  }
  const { delegatedAdmin } = decision.relationship;
  const todo = isRemovalShownByTenant(delegatedAdmin) ? 'removal' : 'classicRemoval';
  return { effect: delegatedAdmin.effect, todo };
}

/** The partner of a decision, by name; untrusted text. */
export function partnerOfDecision(messages: Messages, decision: RemindedDecision): string {
  const { partner } = decision.kind === 'authorization' ? decision.invitation : decision.relationship;
  return identifyingName(messages, partner);
}

/** What became of a decision that people were reminded of, in a line. */
export function overNotice(messages: Messages, decision: RemindedDecision): string {
  const { effect } = effectOf(decision);
  if (decision.kind === 'authorization' && effect.kind !== 'awaiting')
    return decidedNotice(messages, decision.invitation);
  return `${partnerOfDecision(messages, decision)}: ${messages.tenant.awaitedOver}`;
}

function decidedText(messages: Messages, decision: RemindedDecision): string {
  const partner = partnerOfDecision(messages, decision);
  const who = personName(messages, decisionOf(decision).by);
  return decision.kind === 'authorization'
    ? messages.decision.words.authorized.notice({ who, partner })
    : messages.partner.removedNotice(who, partner);
}

function decisionOf(decision: RemindedDecision): { readonly by: NamedPerson; readonly at: Instant } {
  return decision.kind === 'authorization'
    ? decision.invitation.status
    : decision.relationship.delegatedAdmin;
}

function linksOf({ alert, tenant }: Messages, decision: RemindedDecision) {
  if (decision.kind === 'authorization') {
    const data = { invitation: decision.invitation.id };
    return { saidData: data, openVerb: 'invitation.open', openTitle: tenant.openInvitation, openData: data };
  }
  const { id } = decision.relationship.partner;
  return {
    saidData: { partner: id },
    openVerb: 'partner.show',
    openTitle: alert.openPartner,
    openData: { partner: id, state: everyPartner },
  };
}
