import { grantAdministration } from '../../domain/invitations/decision-rights.ts';
import { partnerRelationshipsPage } from '../../domain/invitations/admin-center-page.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import { isRemovalShownByTenant } from '../../domain/tenant/what-shows.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { TitledPress } from '../cards/card.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { removalEffectText } from './access-text.ts';

/** The outcome of a removal for one partner. */
export type ShownRemoval =
  | { readonly kind: 'removed'; readonly relationship: RemovedRelationship }
  | { readonly kind: 'failed'; readonly name: string; readonly why: string };

/**
 * The outcome of each removal; replaces the question, so that no used button stays.
 * @param goOn the button to continue with
 */
export const partnerRemovedCard = defineCard('partner-removed', partnerRemovedView);

function partnerRemovedView(messages: Messages, outcomes: readonly ShownRemoval[], goOn: TitledPress) {
  const { invitation, partner: text } = messages;
  const failed = outcomes.filter(({ kind }) => kind === 'failed').length;
  const page = outcomes.flatMap((outcome) => pageOf(messages, outcome))[0];
  return {
    ...titleView(messages, outcomes, failed),
    rows: outcomes.map((outcome) => rowView(messages, outcome)),
    doesNot: text.doesNot,
    hasRemoved: failed < outcomes.length,
    hasPage: page !== undefined,
    openTitle: text.openAdminCenter,
    page: page ?? '',
    onTitle: goOn.title,
    onVerb: goOn.verb,
    onData: goOn.data,
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}

/** What became of all: done only where that was seen, or where the desk's own records are all there is. */
function titleView(messages: Messages, outcomes: readonly ShownRemoval[], failed: number) {
  const { partner: text, readsTenant, standing } = messages;
  if (failed > 0) {
    const title = failed === outcomes.length ? text.noneRemovedTitle : text.someFailedTitle;
    return { title, color: 'attention' };
  }
  if (!readsTenant) return { title: text.removedTitle, color: 'good' };
  const kinds = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' ? [] : [outcome.relationship.delegatedAdmin.effect.kind],
  );
  if (kinds.includes('awaiting')) return { title: standing.removal.awaiting, color: 'warning' };
  if (kinds.every((kind) => kind === 'confirmed')) {
    return { title: standing.removal.confirmed, color: 'good' };
  }
  return { title: text.removedTitle, color: 'default' };
}

function rowView(messages: Messages, outcome: ShownRemoval) {
  if (outcome.kind === 'failed') {
    const { name, why } = outcome;
    const reason = optional(undefined);
    return { name, said: why, color: 'attention', reason, ...stateView(messages), ...wordView(messages) };
  }
  const { decision, format, partner: text } = messages;
  const { partner, delegatedAdmin } = outcome.relationship;
  const { by, at, reason, effect } = delegatedAdmin;
  const removed = text.removedBy(personName(messages, by), format.moment(at));
  const state = stateView(messages, delegatedAdmin);
  return {
    name: identifyingName(messages, partner),
    said: state.state.has
      ? [removed, ...completedText(messages, effect)].join(' ')
      : `${removed} ${effectText(messages, effect)}`,
    color: 'default',
    ...state,
    ...wordView(messages, outcome.relationship),
    reason: optional(reason === undefined ? undefined : decision.remarks.reason(reason)),
  };
}

/** What is still to be done in Microsoft 365 and by whom, or when it was seen to be done. */
function stateView(
  { atMicrosoft, format, readsTenant, standing, vocabulary }: Messages,
  removal?: RemovedRelationship['delegatedAdmin'],
) {
  const effect = removal?.effect;
  const isAwaited = readsTenant && effect?.kind === 'awaiting';
  const isSeen = readsTenant && effect?.kind === 'confirmed';
  const roles = grantAdministration.map((role) => vocabulary.adminRoles[role]);
  return {
    state: optional(
      isAwaited
        ? removal === undefined || isRemovalShownByTenant(removal)
          ? standing.removal.toDo(format.choice(roles))
          : atMicrosoft.todo.classicRemoval
        : isSeen
          ? standing.removal.confirmedOn(format.moment(effect.at))
          : undefined,
    ),
    stateColor: isAwaited ? 'warning' : 'good',
  };
}

/** How far a removal is; of what somebody says was done there, who and when. Names are untrusted text. */
function effectText(messages: Messages, effect: Effect): string {
  if (effect.kind !== 'said' || messages.isOnlyRecorded) return removalEffectText(messages, effect);
  return messages.atMicrosoft.said(personName(messages, effect.by), messages.format.moment(effect.at));
}

/** Who completed it there, once the audit log of the tenant showed that; untrusted text. */
function completedText({ atMicrosoft: text, format }: Messages, effect: Effect): readonly string[] {
  if (effect.kind !== 'confirmed' || effect.completed === undefined) return [];
  const { by, at } = effect.completed;
  return [text.completed(shortened(by, 120), format.moment(at))];
}

/** **Done at Microsoft**, where nothing there shows that a removal was completed. */
function wordView({ atMicrosoft, readsTenant }: Messages, relationship?: RemovedRelationship) {
  const removal = relationship?.delegatedAdmin;
  return {
    mayBeSaid: readsTenant && removal?.effect.kind === 'awaiting' && !isRemovalShownByTenant(removal),
    saidTitle: atMicrosoft.done,
    saidData: relationship === undefined ? {} : { partner: relationship.partner.id },
  };
}

/** The page on which a person finishes the removal in Microsoft 365; none if nothing is left to do. */
function pageOf({ isOnlyRecorded }: Messages, outcome: ShownRemoval): readonly string[] {
  if (outcome.kind === 'failed') return [];
  const { effect } = outcome.relationship.delegatedAdmin;
  if (effect.kind === 'awaiting') return [effect.adminCenterPage];
  return isOnlyRecorded || effect.kind === 'recorded' ? [partnerRelationshipsPage] : [];
}
