import type { AdaptiveCard } from '../../src/teams/cards/card.ts';
import { textOf } from '../support/cards/card-text.ts';
import { leadsToSearch, outcomeOf } from './outcome-of.ts';
import type { SaidCase } from './read-cases.ts';

/** What came back to the person. */
export interface Answer {
  /** The cards in their own chat, in order. */
  readonly ownChat: readonly AdaptiveCard[];
  /** The card of the dialog, of a message that was handed over. */
  readonly dialog: AdaptiveCard | undefined;
  /** Tenant id of the partner of the invitation on the card, as it is stored. */
  readonly partner: string | undefined;
}

/** What is wrong with an answer, in words; empty if nothing is. */
export function faultsOf(expected: SaidCase['expect'], answer: Answer): readonly string[] {
  const { ownChat, dialog, partner } = answer;
  const isDialog = expected.outcome === 'dialog';
  const [card, ...others] = isDialog ? (dialog === undefined ? [] : [dialog]) : ownChat;
  if (card === undefined) return [isDialog ? 'no dialog' : 'no card in the own chat'];
  const outcome = outcomeOf(card);
  const faults = others.length === 0 ? [] : [`${others.length} more cards`];
  if (!isExpected(expected.outcome, card)) faults.push(`outcome ${outcome}, right ${expected.outcome}`);
  if (expected.notOutcome?.includes(outcome) === true) faults.push(`outcome ${outcome}`);
  if (expected.where === 'own chat' && dialog === undefined) faults.push('no dialog');
  if (isDialog && ownChat.length > 0) faults.push('a card in the own chat');
  if (expected.partner !== undefined && outcome === 'invitation' && partner !== expected.partner)
    faults.push(`partner ${partner}, right ${expected.partner}`);
  return [...faults, ...textFaults(expected, textOf(card))];
}

function isExpected(expected: SaidCase['expect']['outcome'], card: AdaptiveCard): boolean {
  const outcome = outcomeOf(card);
  const isExplained = outcome === 'other' && !leadsToSearch(card);
  switch (expected) {
    case 'invitation':
    case 'warning':
    case 'partners':
    case 'remove':
      return outcome === expected;
    case 'explained':
    case 'dialog':
      return isExplained;
    case 'notInvitation':
      return outcome !== 'invitation';
    case 'notInvitation-unless-read':
      return outcome === 'invitation' || isExplained;
    case 'partners-or-remove':
      return outcome === 'partners' || outcome === 'remove';
  }
}

function textFaults(
  { show = [], anyShow = [], notShow = [] }: SaidCase['expect'],
  text: string,
): readonly string[] {
  const lower = text.toLowerCase();
  return [
    ...show.filter((part) => !text.includes(part)).map((part) => `does not show “${part}”`),
    ...(anyShow.length > 0 && !anyShow.some((part) => text.includes(part))
      ? [`shows none of “${anyShow.join('”, “')}”`]
      : []),
    ...notShow.filter((part) => lower.includes(part.toLowerCase())).map((part) => `shows “${part}”`),
  ];
}
