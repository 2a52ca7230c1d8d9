import { timeZoneNamed } from '../../../src/domain/time-zone.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { exampleTenantCards } from '../../support/cards/example-tenant-cards.ts';

const inTenant = { isSandbox: false, isOnlyRecorded: false, readsTenant: true };

/** The names of the cards below. */
export const tenantCardNames = exampleTenantCards.map(
  ({ name, state }) => `${name} ${state.replaceAll(',', '')}`,
);

/** The cards about changes in the tenant, about what is awaited there, and about the link to it, in every state. */
export function tenantCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const messages = messagesIn(language, timeZoneNamed('Europe/Paris'), inTenant);
  const cards = exampleTenantCards.map(
    ({ card }, index) => [tenantCardNames[index] ?? '', card(messages)] as const,
  );
  return Promise.resolve(new Map(cards));
}
