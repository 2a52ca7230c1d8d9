import type { FacetCount } from '../../application/ports/provider-directory.ts';
import {
  offeredFilters,
  pageSize,
  type FoundProviders,
  type Relaxation,
} from '../../application/providers/find-providers.ts';
import { activeFilters, searchTextLimit } from '../../domain/providers/provider-search.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { anyValue, tickPrefix } from '../cards/inputs.ts';
import { optional, shortened, joinedByDots } from '../cards/text.ts';
import { firstSearch } from '../turn/first-search.ts';
import { directoryLabel, filterLabel, placeOf, valueLabel } from './provider-text.ts';
import type { SearchState } from './search-state.ts';

/** One page of results with their search. `notice` is shown above the results. */
export const providersCard = defineCard('providers', providersView);

function providersView(messages: Messages, found: FoundProviders, state: SearchState, notice?: string) {
  const { search: text, vocabulary } = messages;
  const narrowed = activeFilters(found.search);
  const at = (offset: number) => ({ state: { ...state, offset } });
  const here = at(found.offset);
  const selected = found.providers
    .filter(({ id }) => state.ticked.includes(id))
    .map(({ name }) => shortened(name, 40));
  const elsewhere = state.ticked.length - selected.length;
  return {
    title: text.title,
    textLabel: text.textLabel,
    textPlaceholder: text.textPlaceholder,
    text: state.text,
    textLimit: searchTextLimit,
    filters: offeredFilters.map((name) => ({
      name,
      label: vocabulary.filters[name],
      value: found.search.filters[name] ?? anyValue,
      choices: choicesOf(messages, name, found.facets[name], found.search.filters[name]),
    })),
    searchTitle: text.search,
    searchData: here,
    filtersTitle: text.filters,
    clearTitle: text.clear,
    clearData: { state: { ...firstSearch, text: state.text, ticked: state.ticked } },
    isNarrowed: narrowed.length > 0,
    narrowedBy: text.narrowedBy(
      narrowed.map((name) => filterLabel(messages, found.search, name)).join(' · '),
    ),
    notice: optional(notice),
    isEmpty: found.total === 0,
    noneTitle: text.noneTitle,
    noneLead: found.relaxations.length > 0 ? text.noneLead : text.noneAtAll,
    relaxations: found.relaxations.map((relaxation) => relaxationView(messages, found, state, relaxation)),
    everyTitle: text.everyProvider,
    everyData: { state: { ...firstSearch, ticked: state.ticked } },
    rows: found.providers.map((provider, index) => rowView(messages, provider, index, found.offset, state)),
    isFound: found.total > 0,
    found: text.found(messages.format, found.offset + 1, found.offset + found.providers.length, found.total),
    hasSelected: state.ticked.length > 0,
    selected: text.selected(selectedNames(messages, selected, elsewhere)),
    previousTitle: text.previous,
    hasPrevious: found.offset > 0,
    previousData: at(Math.max(0, found.offset - pageSize)),
    nextTitle: text.next,
    hasNext: found.offset + found.providers.length < found.total,
    nextData: at(found.offset + pageSize),
    contactTitle: text.contactSelected,
    contactData: here,
  };
}

function rowView(messages: Messages, provider: Provider, index: number, offset: number, state: SearchState) {
  const { search: text, vocabulary } = messages;
  return {
    position: `${index + 1}. `,
    name: shortened(provider.name, 120),
    opens: '\u00a0›',
    place: placeOf(messages, provider),
    functions: joinedByDots(provider.functions.map((name) => vocabulary.functions[name])),
    offers:
      joinedByDots(
        [...provider.services, ...provider.products]
          .slice(0, 4)
          .map((value) => directoryLabel(messages, value)),
      ) || ' ',
    openTitle: text.open(shortened(provider.name, 60)),
    openData: { provider: provider.id, state: { ...state, offset } },
    tickId: `${tickPrefix}${provider.id}`,
    tickTitle: text.select(index + 1),
    ticked: String(state.ticked.includes(provider.id)),
  };
}

/**
 * Maximum size of a dropdown's choices, in characters, as a card is at most 28 kB: the most frequent values come first.
 */
const maxListLength = 1800;

/** The choices of a dropdown: "any", existing values with their counts, and always the chosen one. */
function choicesOf(
  messages: Messages,
  name: (typeof offeredFilters)[number],
  counts: readonly FacetCount[],
  chosen: string | undefined,
) {
  const { format, search: text } = messages;
  const choices = [{ title: text.any[name], value: anyValue }];
  let length = 0;
  for (const { value, count } of counts) {
    if (length > maxListLength && value !== chosen) continue;
    const label = valueLabel(messages, name, value);
    const choice = { title: text.counted(label, format.number(count)), value };
    length += JSON.stringify(choice).length;
    if (length <= maxListLength || value === chosen) choices.push(choice);
  }
  return choices;
}

function relaxationView(
  messages: Messages,
  found: FoundProviders,
  state: SearchState,
  relaxation: Relaxation,
) {
  const { format, search: text } = messages;
  const { dropped, search, total } = relaxation;
  const what = dropped === 'text' ? text.quoted(state.text) : filterLabel(messages, found.search, dropped);
  return {
    title: text.relax(what, format.number(total)),
    data: { state: { ...state, ...search, offset: 0 } },
  };
}

/** Names those on this page; those ticked on other pages are only counted, as their names are not loaded. */
function selectedNames(
  { format, search: text }: Messages,
  names: readonly string[],
  elsewhere: number,
): string {
  return format.list(elsewhere === 0 ? names : [...names, text.selectedElsewhere(format, elsewhere)]);
}
