import type { Verb } from '../../../src/teams/bot/card-actions.ts';
import { wholeHistory } from '../../../src/teams/history/history-state.ts';
import { everyPartner } from '../../../src/teams/turn/every-partner.ts';
import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { filledForm } from '../examples/contact-examples.ts';
import { exampleProviders } from '../examples/example-providers.ts';

/** What the tenant that an example is about has. */
export interface ExampleIds {
  /** A pending invitation as a reseller. */
  readonly invitation: string;
  /** A pending one to administer. */
  readonly administration: string;
  /** A partner that administers. */
  readonly administrator: string;
  /** The invitation that its permissions rest on. */
  readonly grant: string;
  /** A review that is open. */
  readonly review: string;
  /** A partner with an account. */
  readonly worker: string;
}

export interface VerbExample {
  /** As the card of a person of the tenant would send it. */
  readonly data: (ids: ExampleIds) => Readonly<Record<string, unknown>>;
  /** The fields that say what it is about; absent where it is about nothing of the tenant's. */
  readonly about?: readonly string[];
  /** The fields that may be absent or of any type: what is not understood counts as not filled in. */
  readonly optional?: readonly string[];
  /**
   * `decides`: takes a role, and is done once. `notes`: takes a role, and counts anew each time. `asks`: anyone may, in their own
   * name. Nothing: it shows something and changes nothing.
   */
  readonly effect?: 'decides' | 'notes' | 'asks';
}

const list = { state: everyPartner };
const search = { state: firstSearch };
const providers = exampleProviders.slice(0, 2).map(({ id }) => id);
const provider = providers[0];

/** One example for each verb that a card can send. */
export const verbExamples: Readonly<Record<Verb, VerbExample>> = {
  'contact.open': {
    data: () => ({ providers, ...search }),
    about: ['providers'],
    optional: ['providers'],
  },
  'contact.requests': { data: () => ({ after: 'zz' }), optional: ['after'] },
  'contact.send': {
    data: () => ({ providers, ...search, ...filledForm }),
    about: ['providers'],
    optional: ['phone', 'industry', 'products', 'consent'],
    effect: 'asks',
  },
  'help.show': { data: () => ({}) },
  'history.export': { data: () => ({ format: 'csv', state: wholeHistory }), effect: 'notes' },
  'history.search': {
    data: () => ({ partner: 'Fabrikam', person: 'Megan', kind: 'any', days: '30' }),
    optional: ['partner', 'person', 'kind', 'days'],
  },
  'history.show': { data: () => ({ state: wholeHistory }) },
  'invitation.authorize': {
    data: ({ invitation }) => ({ invitation, account: 'a@contoso.example', seesOtherPartners: 'true' }),
    about: ['invitation'],
    optional: ['account', 'seesOtherPartners'],
    effect: 'decides',
  },
  'invitation.cancel': {
    data: ({ invitation }) => ({ invitation, reason: 'Not now.' }),
    about: ['invitation'],
    optional: ['reason'],
    effect: 'decides',
  },
  'invitation.confirm': {
    data: ({ administration }) => ({ invitation: administration }),
    about: ['invitation'],
    effect: 'decides',
  },
  'invitation.open': { data: ({ invitation }) => ({ invitation }), about: ['invitation'] },
  'invitations.list': { data: () => ({ which: 'pending', after: 'zz' }), optional: ['after'] },
  'partner.remove': {
    data: ({ administrator }) => ({ partners: [administrator], ...list, reason: 'No longer.' }),
    about: ['partners'],
    optional: ['reason'],
    effect: 'decides',
  },
  'partner.removeAsk': {
    data: ({ administrator }) => ({ partners: [administrator], ...list }),
    about: ['partners'],
    optional: ['partners'],
  },
  'partner.settings': {
    data: ({ worker }) => ({
      partner: worker,
      ...list,
      function: 'partner',
      account: 'new@contoso.example',
      seesOtherPartners: 'true',
    }),
    about: ['partner'],
    optional: ['account', 'seesOtherPartners'],
    effect: 'decides',
  },
  'partner.show': { data: ({ administrator }) => ({ partner: administrator, ...list }), about: ['partner'] },
  'partners.list': { data: () => ({ ...list }) },
  'partners.search': {
    data: () => ({ ...list, text: 'a', function: 'any', onlyDelegated: 'true' }),
    optional: ['text', 'function', 'onlyDelegated'],
  },
  'provider.open': { data: () => ({ provider, ...search }), about: ['provider'] },
  'providers.search': {
    data: () => ({
      ...search,
      text: 'lyon',
      country: 'FR',
      offering: 'Azure',
      function: 'any',
      industry: 'any',
      size: 'any',
    }),
    optional: ['text', 'country', 'offering', 'function', 'industry', 'size'],
  },
  'providers.show': { data: () => ({ ...search }) },
  // There are partners still to be looked at, so it changes nothing.
  'review.finish': { data: ({ review }) => ({ review }), about: ['review'] },
  'review.keep': {
    data: ({ review, administrator, grant }) => ({
      review,
      partner: administrator,
      seen: grant,
      note: 'Still needed.',
    }),
    about: ['review', 'partner', 'seen'],
    optional: ['note'],
    effect: 'decides',
  },
  'review.remove': {
    data: ({ review, administrator }) => ({ review, partner: administrator, reason: 'No longer.' }),
    about: ['review', 'partner'],
    optional: ['reason'],
    effect: 'decides',
  },
  'review.removeAsk': {
    data: ({ review, administrator }) => ({ review, partner: administrator }),
    about: ['review', 'partner'],
  },
  'review.show': {
    data: ({ review, administrator }) => ({ review, partner: administrator }),
    about: ['review', 'partner'],
    optional: ['partner'],
  },
  'review.skip': {
    data: ({ review, administrator }) => ({ review, partner: administrator }),
    about: ['review', 'partner'],
    effect: 'notes',
  },
  'review.start': { data: ({ review }) => ({ review }), optional: ['review'] },
};
