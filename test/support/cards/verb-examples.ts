import type { contactActions } from '../../../src/teams/contact/contact-actions.ts';
import type { historyActions } from '../../../src/teams/history/history-actions.ts';
import { wholeHistory } from '../../../src/teams/history/history-state.ts';
import type { invitationActions } from '../../../src/teams/invitations/invitation-actions.ts';
import type { partnerActions } from '../../../src/teams/partners/partner-actions.ts';
import type { providerActions } from '../../../src/teams/providers/provider-actions.ts';
import type { reviewActions } from '../../../src/teams/reviews/review-actions.ts';
import type { tenantActions } from '../../../src/teams/tenant/tenant-actions.ts';
import { everyPartner } from '../../../src/teams/turn/every-partner.ts';
import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { filledForm } from '../examples/contact-examples.ts';
import { exampleProviders } from '../examples/example-providers.ts';

/** What exists in the example's tenant. */
export interface ExampleIds {
  /** A pending invitation as a reseller. */
  readonly invitation: string;
  /** The partner of that one. */
  readonly inviting: string;
  /** A pending invitation with delegated administration. */
  readonly administration: string;
  /** A partner with delegated administration. */
  readonly administrator: string;
  /** The invitation that granted its permissions. */
  readonly grant: string;
  /** An open review. */
  readonly review: string;
  /** A change in the tenant that nobody answered yet. */
  readonly alert: string;
  /** An authorized invitation that is awaited, of a function that nothing shows. */
  readonly unshown: string;
  /** A partner with an account. */
  readonly worker: string;
}

export interface VerbExample {
  /** As the card of a person of the tenant would send it. */
  readonly data: (ids: ExampleIds) => Readonly<Record<string, unknown>>;
  /** The fields that refer to something of the tenant; absent if there are none. */
  readonly about?: readonly string[];
  /** The fields that may be absent or of any type: an invalid value counts as empty. */
  readonly optional?: readonly string[];
  /**
   * `decides`: requires a role, happens once. `notes`: requires a role, repeatable. `asks`: anyone may, in their own
   * name. Absent: it changes nothing.
   */
  readonly effect?: 'decides' | 'notes' | 'asks';
}

type Verb =
  | 'help.show'
  | keyof typeof contactActions
  | keyof typeof historyActions
  | keyof typeof invitationActions
  | keyof typeof partnerActions
  | keyof typeof providerActions
  | keyof typeof reviewActions
  | keyof typeof tenantActions;

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
  'invitations.cancel': {
    data: ({ inviting, invitation }) => ({
      kind: 'partner',
      of: inviting,
      upTo: invitation,
      asked: 1,
      submitted: 'true',
      reason: 'A flood.',
    }),
    about: ['of'],
    optional: ['asked', 'submitted', 'reason'],
    effect: 'decides',
  },
  'invitations.cancelAsk': { data: ({ inviting }) => ({ kind: 'partner', of: inviting }), about: ['of'] },
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
  // Changes nothing, because some partners are not reviewed yet.
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
  'tenant.alert': { data: ({ alert }) => ({ alert }), about: ['alert'] },
  'tenant.alerts': { data: () => ({ after: 'zz' }), optional: ['after'] },
  'tenant.done': {
    data: ({ unshown }) => ({ invitation: unshown }),
    about: ['invitation'],
    effect: 'decides',
  },
  'tenant.expected': {
    data: ({ alert }) => ({ alert, note: 'We asked for it.' }),
    about: ['alert'],
    optional: ['note'],
    effect: 'decides',
  },
  'tenant.setup': { data: () => ({}) },
};
