import type { ProviderId } from '../../domain/identifiers.ts';
import { tickPrefix } from '../providers/providers-view.ts';
import { providerIdSchema, tickLimit } from '../providers/search-state.ts';

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
