import type { Messages } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';

/** A card in one of its states. */
export interface ExampleCard {
  /** The name of its template. */
  readonly name: string;
  readonly state: string;
  readonly card: (messages: Messages) => AdaptiveCard;
}

export function exampleCard(
  defined: { readonly template: string },
  state: string,
  card: ExampleCard['card'],
): ExampleCard {
  return { name: defined.template, state, card };
}
