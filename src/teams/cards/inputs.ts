import { z } from 'zod';
import { type ProviderId, providerId } from '../../domain/identifiers.ts';

export const providerIdSchema = z.string().min(1).max(128).transform(providerId);

/** Maximum number of providers ticked at once in a search; a contact request allows fewer. */
export const tickLimit = 20;

/** What a dropdown submits for "no filter": an empty value would count as no choice. */
export const anyValue = 'any';

/** Prefix of the inputs that tick results; the provider's id follows. */
export const tickPrefix = 'tick.';

/** Applies the page's tick inputs to a search or list; ticks on other pages are unchanged. */
export function withTicks<State extends { readonly ticked: readonly ProviderId[] }>(
  state: State,
  inputs: Readonly<Record<string, unknown>>,
  limit = tickLimit,
): State {
  const ticked = new Set(state.ticked);
  for (const [name, value] of Object.entries(inputs)) {
    if (!name.startsWith(tickPrefix)) continue;
    const id = providerIdSchema.safeParse(name.slice(tickPrefix.length));
    if (!id.success) continue;
    if (value === 'true' || value === true) ticked.add(id.data);
    else ticked.delete(id.data);
  }
  return { ...state, ticked: [...ticked].slice(0, limit) };
}
