import type { Provider } from '../../domain/providers/provider.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { joinedByDots } from '../cards/text.ts';
import { directoryLabel, placeOf } from './provider-text.ts';
import type { SearchState } from './search-state.ts';

/** All details of one provider. `state` is the search to go back to. */
export const providerCard = defineCard('provider', providerView);

function providerView(messages: Messages, provider: Provider, state: SearchState) {
  const { provider: text } = messages;
  return {
    name: provider.name,
    place: placeOf(messages, provider),
    description: provider.description,
    hasLogo: provider.logo !== undefined,
    logo: provider.logo ?? '',
    logoText: text.logo(provider.name),
    facts: factsOf(messages, provider).filter(({ value }) => value !== ''),
    contactTitle: text.contact,
    contactData: { providers: [provider.id], state },
    hasWebsite: provider.website !== undefined,
    websiteTitle: text.openWebsite,
    website: provider.website ?? '',
    backTitle: text.back,
    backData: { state },
  };
}

function factsOf(messages: Messages, provider: Provider) {
  const { format, provider: text, vocabulary } = messages;
  const labels = (values: readonly string[]) =>
    joinedByDots(values.map((value) => directoryLabel(messages, value)));
  return [
    {
      label: text.functions,
      value: joinedByDots(provider.functions.map((name) => vocabulary.functions[name])),
    },
    { label: text.services, value: labels(provider.services) },
    { label: text.products, value: labels(provider.products) },
    { label: text.industries, value: labels(provider.industries) },
    {
      label: text.sizes,
      value: joinedByDots(provider.organizationSizes.map((size) => vocabulary.sizes[size])),
    },
    { label: text.designations, value: labels(provider.designations) },
    { label: text.languages, value: joinedByDots(provider.languages.map((tag) => format.language(tag))) },
    { label: text.email, value: provider.email },
    { label: text.phone, value: provider.phone ?? '' },
    { label: text.website, value: provider.website ?? '' },
  ];
}
