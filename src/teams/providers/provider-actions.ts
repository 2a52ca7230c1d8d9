import { z } from 'zod';
import { organizationSizes } from '../../domain/providers/organization-size.ts';
import { searchTextLimit, type ProviderFilters } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import { withTicks, anyValue, providerIdSchema } from '../cards/inputs.ts';
import { action } from '../turn/action.ts';
import { showSearch } from './search-dialog.ts';
import { searchStateSchema, type SearchState } from './search-state.ts';

/** Parses a dropdown: undefined if "any" is chosen, or if it was left alone. */
function dropdownOf<Value extends string>(value: z.ZodType<Value>) {
  return z
    .union([z.literal(anyValue), z.literal('')])
    .transform(() => undefined)
    .or(value)
    .exactOptional();
}

const word = z.string().min(1).max(256);
const searchInputs = z.looseObject({
  state: searchStateSchema,
  text: z.string().exactOptional(),
  country: dropdownOf(word),
  offering: dropdownOf(word),
  function: dropdownOf(z.enum(solutionProviderFunctions)),
  industry: dropdownOf(word),
  size: dropdownOf(z.enum(organizationSizes)),
});
type SearchInputs = z.infer<typeof searchInputs>;

/** **Search** with the current text and filters, from the first page. */
const searchProviders = action(searchInputs, async (services, turn, data) => {
  await showSearch(services, turn, { search: withTicks({ ...searchOf(data), offset: 0 }, data) });
});

/** Paging, clearing, relaxing and going back: the button carries the search. */
const showProviders = action(z.looseObject({ state: searchStateSchema }), async (services, turn, data) => {
  await showSearch(services, turn, { search: withTicks(data.state, data) });
});

/** Opens one of the results. */
const openProviderDetails = action(
  z.looseObject({ provider: providerIdSchema, state: searchStateSchema }),
  async (services, turn, data) => {
    await showSearch(services, turn, { search: withTicks(data.state, data), opened: data.provider });
  },
);

/** City and designation have no dropdown: typed words set them, and clearing removes them. */
function searchOf({ state, text, ...lists }: SearchInputs): SearchState {
  const { city, designation } = state.filters;
  const filters = {
    country: lists.country,
    city,
    offering: lists.offering,
    function: lists.function,
    industry: lists.industry,
    size: lists.size,
    designation,
  };
  return { ...state, text: (text ?? state.text).trim().slice(0, searchTextLimit), filters: present(filters) };
}

function present(filters: {
  [Name in keyof ProviderFilters]: ProviderFilters[Name] | undefined;
}): ProviderFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** The verbs about providers. */
export const providerActions = {
  'provider.open': openProviderDetails,
  'providers.search': searchProviders,
  'providers.show': showProviders,
};
