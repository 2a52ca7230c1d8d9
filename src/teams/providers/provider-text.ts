import type { OrganizationSize } from '../../domain/providers/organization-size.ts';
import type { FilterName, ProviderSearch } from '../../domain/providers/provider-search.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What the person reads for a value of the directory; the value itself where the catalogue has no word for it. */
export function directoryLabel({ vocabulary }: Messages, value: string): string {
  return vocabulary.offerings[value] ?? value;
}

/** What the person reads for a value of a filter. */
export function valueLabel(messages: Messages, name: FilterName, value: string): string {
  const { format, vocabulary } = messages;
  if (name === 'country') return format.country(value);
  if (name === 'function') return vocabulary.functions[value as SolutionProviderFunction];
  if (name === 'size') return vocabulary.sizes[value as OrganizationSize];
  return name === 'city' ? value : directoryLabel(messages, value);
}

/** What the person reads for a filter in force; nothing where it is not. */
export function filterLabel(messages: Messages, search: ProviderSearch, name: FilterName): string {
  const value = search.filters[name];
  return value === undefined ? '' : valueLabel(messages, name, value);
}

/** `Lyon, France` */
export function placeOf({ format }: Messages, provider: Provider): string {
  return `${provider.city}, ${format.country(provider.country)}`;
}
