import { z } from 'zod';
import { type ProviderId, providerId } from '../../domain/identifiers.ts';

export const providerIdSchema = z.string().min(1).max(128).transform(providerId);

/** The most providers that can be ticked at once in a search; a contact request takes fewer. */
export const tickLimit = 20;

/** What a list submits for "no filter": an empty value would count as nothing chosen. */
export const anyValue = 'any';

/** Ticks of results are inputs named after their provider. */
export const tickPrefix = 'tick.';

/** The search or list with the ticks that the page's inputs tell; those of other pages stay as they were. */
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
