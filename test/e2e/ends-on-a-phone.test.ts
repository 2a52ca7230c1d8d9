import { later } from '../../src/domain/instant.ts';
import { attentionOf } from '../../src/domain/partners/attention.ts';
import { messagesIn } from '../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../src/teams/cards/card.ts';
import { accessEndCard } from '../../src/teams/partners/access-end-view.ts';
import { exampleAccessCards } from '../support/cards/example-access-cards.ts';
import { exampleRelationship } from '../support/examples/example-relationship.ts';
import {
  globalAdministrator,
  offerOf,
  received,
  userAdministrator,
} from '../support/examples/invitation-examples.ts';
import { onEveryPhone } from './support/on-every-phone.ts';

const day = 24 * 60 * 60 * 1000;
const end = later(received, 730 * day);
const week = later(end, -7 * day);
const relationship = exampleRelationship(offerOf('resellerAndDelegatedAdministrator'));

/** The cards before and after access ends, for Fabrikam and for a partner with an unwieldy name. */
function endCards(language: 'en' | 'fr'): Promise<ReadonlyMap<string, AdaptiveCard>> {
  const messages = messagesIn(language, undefined, { isSandbox: true, isOnlyRecorded: false });
  const reminder = accessEndCard(messages, {
    kind: 'accessEnding',
    listed: { relationship, attention: attentionOf(relationship, week, 90) },
    autoExtends: false,
    lost: [globalAdministrator, userAdministrator],
    end,
    now: week,
    mayRemove: true,
  });
  const unwieldy = exampleAccessCards.map(({ state, card }) => [state, card(messages)] as const);
  return Promise.resolve(new Map([['reminder', reminder], ...unwieldy]));
}

onEveryPhone('Ends of access', ['reminder', ...exampleAccessCards.map(({ state }) => state)], endCards);
