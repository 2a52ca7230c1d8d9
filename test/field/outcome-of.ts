import type { AdaptiveCard } from '../../src/teams/cards/card.ts';
import { buttonsOf, nodesOf, textOf } from '../support/cards/card-text.ts';

/** What a card is, for whoever reads it. */
export type Outcome = 'invitation' | 'warning' | 'partners' | 'remove' | 'search' | 'help' | 'other';

/**
 * What an English card is, by its title and by what can be pressed. A card that has a known title without the buttons
 * that belong to it, or with others, is none of that kind.
 */
export function outcomeOf(card: AdaptiveCard): Outcome {
  const [title = ''] = textOf(card).split('\n');
  const buttons = buttonsOf(card);
  const has = (verb: string) => buttons.some((button) => button.verb === verb);
  if (has('providers.search')) return 'search';
  switch (title) {
    case 'I did not understand that':
    case 'What you can say':
      return 'help';
    case 'Do not open this link':
      return buttons.length === 0 ? 'warning' : 'other';
    case 'Remove delegated permissions?':
      return has('partner.remove') ? 'remove' : 'other';
    case 'Partners':
      // An empty list leads to the invitations instead.
      return has('partner.show') || has('invitations.list') ? 'partners' : 'other';
    case 'Accept Partner Invitation':
      return canBeDecided(card) ? 'invitation' : 'other';
    default:
      return 'other';
  }
}

/** Whether both Authorize and Cancel can be pressed; the latter first asks why. */
function canBeDecided(card: AdaptiveCard): boolean {
  const authorizes = buttonsOf(card).some(
    ({ title, verb }) => title === 'Authorize' && verb === 'invitation.authorize',
  );
  const cancels = nodesOf(card).some(
    ({ type, title, card: asked }) =>
      type === 'Action.ShowCard' &&
      title === 'Cancel' &&
      nodesOf(asked).some(({ verb }) => verb === 'invitation.cancel'),
  );
  return authorizes && cancels;
}

/** Whether a card leads to the provider directory, where an invitation or an own partner is not to be found. */
export function leadsToSearch(card: AdaptiveCard): boolean {
  return buttonsOf(card).some(({ verb }) => verb?.startsWith('providers.') === true);
}
