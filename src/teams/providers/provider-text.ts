import type { OrganizationSize } from '../../domain/providers/organization-size.ts';
import type { FilterName, ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The label of a directory value; the value itself if the catalogue has none. */
export function directoryLabel({ vocabulary }: Messages, value: string): string {
  return vocabulary.offerings[value] ?? value;
}

/** The label of a filter's value. */
export function valueLabel(messages: Messages, name: FilterName, value: string): string {
  const { format, vocabulary } = messages;
  if (name === 'country') return format.country(value);
  if (name === 'function') return vocabulary.functions[value as SolutionProviderFunction];
  if (name === 'size') return vocabulary.sizes[value as OrganizationSize];
  return name === 'city' ? value : directoryLabel(messages, value);
}

/** The label of an active filter; empty if it is not set. */
export function filterLabel(messages: Messages, search: ProviderSearch, name: FilterName): string {
  const value = search.filters[name];
  return value === undefined ? '' : valueLabel(messages, name, value);
}

/** `Lyon, France` */
export function placeOf({ format }: Messages, provider: Provider): string {
  return `${provider.city}, ${format.country(provider.country)}`;
}
