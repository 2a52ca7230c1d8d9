import { z } from 'zod';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { TitledPress } from '../cards/card.ts';
import { providerIdSchema } from '../cards/inputs.ts';

/** Maximum number of partners ticked at once: the question about them must fit a card of 28 kB. */
export const maxTicked = 10;

/** The state of the partner list, carried by its cards' buttons. It grants no access and holds nobody's data. */
export const partnerListStateSchema = z.strictObject({
  text: z.string().max(searchTextLimit),
  function: z.enum(solutionProviderFunctions).exactOptional(),
  onlyDelegated: z.boolean(),
  /** The first partner of the page, counted from 0. */
  offset: z.int().min(0).max(10_000_000),
  ticked: z.array(providerIdSchema).max(maxTicked).readonly(),
});

export type PartnerListState = Readonly<z.infer<typeof partnerListStateSchema>>;

/** The button to the list, with all ticks cleared. */
export function toPartners({ partner: text }: Messages, state: PartnerListState): TitledPress {
  return { title: text.listTitle, verb: 'partners.list', data: { state: { ...state, ticked: [] } } };
}
