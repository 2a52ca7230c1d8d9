import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { exampleSeenCards } from '../../support/cards/example-seen-cards.ts';

const inTenant = { isSandbox: false, isOnlyRecorded: false, readsTenant: true };

/** The names of the cards below. */
export const seenCardNames = exampleSeenCards.map(
  ({ name, state }) => `${name} ${state.replaceAll(',', '')}`,
);

/** The cards about partners as Microsoft 365 shows them, in every standing. */
export function seenPartnerCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const messages = messagesIn(language, timeZoneNamed('Europe/Paris'), inTenant);
  const cards = exampleSeenCards.map(
    ({ card }, index) => [seenCardNames[index] ?? '', card(messages)] as const,
  );
  return Promise.resolve(new Map(cards));
}
