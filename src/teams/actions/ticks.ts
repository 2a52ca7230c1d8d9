import { providerIdSchema, tickLimit, type SearchState } from '../search-state.ts';
import { tickPrefix } from '../views/providers-view.ts';

/** The search with the ticks that the page's inputs tell; those of other pages stay as they were. */
export function withTicks(state: SearchState, inputs: Readonly<Record<string, unknown>>): SearchState {
  const ticked = new Set(state.ticked);
  for (const [name, value] of Object.entries(inputs)) {
    if (!name.startsWith(tickPrefix)) continue;
    const id = providerIdSchema.safeParse(name.slice(tickPrefix.length));
    if (!id.success) continue;
    if (value === 'true' || value === true) ticked.add(id.data);
    else ticked.delete(id.data);
  }
  return { ...state, ticked: [...ticked].slice(0, tickLimit) };
}
