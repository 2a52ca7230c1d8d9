import { partnerRelationshipsPage } from '../../domain/invitations/admin-center-page.ts';
import type { RemovedRelationship } from '../../domain/partners/relationship-transitions.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { TitledPress } from '../cards/card.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName } from '../cards/text.ts';
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
    title: titleOf(messages, failed, outcomes.length),
    color: failed === 0 ? 'good' : 'attention',
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

function titleOf({ partner: text }: Messages, failed: number, all: number): string {
  if (failed === 0) return text.removedTitle;
  return failed === all ? text.noneRemovedTitle : text.someFailedTitle;
}

function rowView(messages: Messages, outcome: ShownRemoval) {
  if (outcome.kind === 'failed') {
    const { name, why } = outcome;
    return { name, said: why, color: 'attention', reason: optional(undefined) };
  }
  const { decision, format, partner: text } = messages;
  const { partner, delegatedAdmin } = outcome.relationship;
  const { by, at, reason, effect } = delegatedAdmin;
  return {
    name: identifyingName(messages, partner),
    said: `${text.removedBy(personName(messages, by), format.moment(at))} ${removalEffectText(messages, effect)}`,
    color: 'default',
    reason: optional(reason === undefined ? undefined : decision.remarks.reason(reason)),
  };
}

/** The page on which a person finishes the removal in Microsoft 365; none if nothing is left to do. */
function pageOf({ isOnlyRecorded }: Messages, outcome: ShownRemoval): readonly string[] {
  if (outcome.kind === 'failed') return [];
  const { effect } = outcome.relationship.delegatedAdmin;
  if (effect.kind === 'awaiting') return [effect.adminCenterPage];
  return isOnlyRecorded || effect.kind === 'recorded' ? [partnerRelationshipsPage] : [];
}
