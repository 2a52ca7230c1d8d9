import { z } from 'zod';
import { organizationSizes } from '../../domain/providers/organization-size.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import { providerIdSchema, tickLimit } from '../cards/inputs.ts';

const word = z.string().min(1).max(256);

/**
 * The state of a search, carried by its card's buttons and stored by its dialog. It grants no access and holds nobody's
 * data, so a card may carry it; that is why an old card still works, even after a restart.
 */
export const searchStateSchema = z.strictObject({
  text: z.string().max(searchTextLimit),
  filters: z.strictObject({
    country: word.exactOptional(),
    city: word.exactOptional(),
    offering: word.exactOptional(),
    function: z.enum(solutionProviderFunctions).exactOptional(),
    industry: word.exactOptional(),
    size: z.enum(organizationSizes).exactOptional(),
    designation: word.exactOptional(),
  }),
  /** The first provider of the page, counted from 0. */
  offset: z.int().min(0).max(10_000_000),
  ticked: z.array(providerIdSchema).max(tickLimit).readonly(),
});

export type SearchState = Readonly<z.infer<typeof searchStateSchema>>;
