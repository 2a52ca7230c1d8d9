import type { ContactReceipt } from '../../../src/application/contact/send-contact-request.ts';
import type { FoundProviders } from '../../../src/application/providers/find-providers.ts';
import { contactFields } from '../../../src/domain/contact-problem.ts';
import { providerId } from '../../../src/domain/identifiers.ts';
import { filterNames } from '../../../src/domain/providers/provider-search.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { contactFormCard } from '../../../src/teams/contact/contact-form-view.ts';
import { contactGivenUpCard } from '../../../src/teams/contact/contact-given-up-view.ts';
import { contactRequestsCard } from '../../../src/teams/contact/contact-requests-view.ts';
import { contactSentCard } from '../../../src/teams/contact/contact-sent-view.ts';
import { helpCard } from '../../../src/teams/help/help-view.ts';
import { providerCard } from '../../../src/teams/providers/provider-view.ts';
import { providersCard } from '../../../src/teams/providers/providers-view.ts';
import type { SearchState } from '../../../src/teams/providers/search-state.ts';
import { firstSearch } from '../../../src/teams/turn/first-search.ts';
import { noticeCard } from '../../../src/teams/turn/notice-view.ts';
import { contactDetails, exampleRequest } from '../examples/contact-examples.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { exampleAccessCards } from './example-access-cards.ts';
import { exampleCard, type ExampleCard } from './example-card.ts';
import { exampleHistoryCards } from './example-history-cards.ts';
import { exampleInvitationCards } from './example-invitation-cards.ts';
import { examplePartnerCards } from './example-partner-cards.ts';
import { exampleReviewCards } from './example-review-cards.ts';
import { exampleSeenCards } from './example-seen-cards.ts';
import { exampleTenantCards } from './example-tenant-cards.ts';

const longest = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);

/** A provider with every field filled to its limit, with hostile text. */
const hostileProvider: Provider = {
  id: providerId('00000000-0000-4000-8000-000000000666'),
  name: longest,
  description: `${hostileText} ${'x '.repeat(1500)}`,
  website: 'https://provider.example',
  logo: 'https://provider.example/logo.png',
  email: 'hello@provider.example',
  phone: '+33 1 99 00 12 34',
  country: 'FR',
  city: hostileText,
  services: [hostileText, 'Consulting', 'Licensing'],
  products: [hostileText, 'Azure'],
  industries: [hostileText],
  organizationSizes: ['1-9', '5001+'],
  designations: [hostileText],
  languages: ['en', 'fr'],
  functions: ['reseller', 'mpsaPartner'],
};

const filled: SearchState = {
  text: hostileText,
  filters: {
    country: 'FR',
    city: hostileText,
    offering: hostileText,
    function: 'reseller',
    industry: hostileText,
    size: '1-9',
    designation: hostileText,
  },
  offset: 5,
  ticked: Array.from({ length: 5 }, (_, index) => providerId(`00000000-0000-4000-8000-00000000000${index}`)),
};

const manyValues = Array.from({ length: 100 }, (_, index) => ({
  value: `${hostileText} ${index}`.slice(-60),
  count: 123_456,
}));
const facets = Object.fromEntries(
  filterNames.map((name) => [name, facetOf(name)]),
) as unknown as FoundProviders['facets'];

function facetOf(name: string) {
  if (name === 'country') return ['FR', 'CA', 'GB'].map((value) => ({ value, count: 1_234 }));
  if (name === 'function') return [{ value: 'reseller', count: 3 }];
  return name === 'size' ? [{ value: '1-9', count: 3 }] : manyValues;
}

const found: FoundProviders = {
  search: filled,
  offset: 5,
  total: 1_234_567,
  providers: Array.from({ length: 5 }, (_, index) => ({
    ...hostileProvider,
    id: providerId(`00000000-0000-4000-8000-00000000000${index}`),
  })),
  facets,
  relaxations: [],
};
const nothing: FoundProviders = {
  ...found,
  total: 0,
  offset: 0,
  providers: [],
  relaxations: [...filterNames, 'text' as const].map((dropped) => ({ dropped, search: filled, total: 1234 })),
};

const details = { ...contactDetails, needs: `${hostileText} ${'y '.repeat(900)}` };
const request = exampleRequest({ details }, found.providers);
const receipt: ContactReceipt = { request, alreadySent: false };
const { profileAddress: _known, ...anonymous } = request;
const withoutProfile = {
  ...anonymous,
  deliveries: request.deliveries.filter(({ recipient }) => recipient.kind === 'provider'),
};
const problems = contactFields.map((field) => ({ field, problem: 'required' as const }));
const answers = Object.fromEntries(contactFields.map((field) => [field, longest]));

/** Every card in every visibly different state, with the longest and worst text. */
export const exampleCards: readonly ExampleCard[] = [
  exampleCard(helpCard, 'welcome', (messages) => helpCard(messages, { kind: 'welcome', by: hostileText })),
  exampleCard(helpCard, 'asked for', (messages) =>
    helpCard({ ...messages, isSandbox: false }, { kind: 'help' }),
  ),
  exampleCard(helpCard, 'not understood', (messages) =>
    helpCard(messages, { kind: 'notUnderstood', search: { ...firstSearch, text: longest } }),
  ),
  exampleCard(providersCard, 'results', (messages) =>
    providersCard(messages, found, filled, messages.search.noSuchResult),
  ),
  exampleCard(providersCard, 'no result', (messages) => providersCard(messages, nothing, filled)),
  exampleCard(providersCard, 'nothing at all', (messages) =>
    providersCard(messages, { ...nothing, relaxations: [] }, firstSearch),
  ),
  exampleCard(providerCard, 'details', (messages) => providerCard(messages, hostileProvider, filled)),
  exampleCard(contactFormCard, 'open', (messages) =>
    contactFormCard(messages, { providers: found.providers, answers: {}, problems: [], state: filled }),
  ),
  exampleCard(contactFormCard, 'with problems', (messages) =>
    contactFormCard(messages, { providers: [hostileProvider], answers, problems, state: filled }),
  ),
  exampleCard(contactFormCard, 'limit reached', (messages) =>
    contactFormCard(messages, {
      providers: [hostileProvider],
      answers,
      problems: [],
      refusal: messages.errors['contact-limit-reached'](
        { limit: 'tenantEmailsPerDay', max: 300, left: 2, until: request.requestedAt },
        messages.format,
      ),
      state: filled,
    }),
  ),
  exampleCard(contactSentCard, 'without a copy', (messages) =>
    contactSentCard(messages, { ...receipt, request: withoutProfile }, filled, false),
  ),
  exampleCard(contactSentCard, 'sent', (messages) => contactSentCard(messages, receipt, filled, true)),
  exampleCard(contactSentCard, 'sent before', (messages) =>
    contactSentCard(messages, { ...receipt, alreadySent: true }, filled, false),
  ),
  exampleCard(contactRequestsCard, 'full page', (messages) =>
    contactRequestsCard(messages, { items: Array.from({ length: 5 }, () => request), next: 'x' }, false),
  ),
  exampleCard(contactRequestsCard, 'none', (messages) => contactRequestsCard(messages, { items: [] }, true)),
  ...request.deliveries.map((delivery) =>
    exampleCard(contactGivenUpCard, delivery.recipient.kind, (messages) =>
      contactGivenUpCard(messages, request, delivery),
    ),
  ),
  exampleCard(noticeCard, 'with ways on', (messages) =>
    noticeCard(messages, { title: messages.desk.errorTitle, text: hostileText }),
  ),
  exampleCard(noticeCard, 'to try again', (messages) =>
    noticeCard(messages, {
      title: messages.desk.errorTitle,
      text: messages.errors['store-unavailable']({}, messages.format),
      retry: { verb: 'contact.send', data: answers },
    }),
  ),
  exampleCard(noticeCard, 'to activate a role first', (messages) =>
    noticeCard(messages, {
      title: messages.desk.errorTitle,
      text: messages.errors['role-not-active']({ eligible: ['globalAdministrator'] }, messages.format),
      page: { title: messages.atMicrosoft.myRoles, url: 'https://entra.microsoft.com/' },
      retry: { verb: 'contact.send', data: answers },
    }),
  ),
  ...exampleAccessCards,
  ...exampleHistoryCards,
  ...exampleInvitationCards,
  ...examplePartnerCards,
  ...exampleReviewCards,
  ...exampleSeenCards,
  ...exampleTenantCards,
];
