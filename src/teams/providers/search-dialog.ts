import { z } from 'zod';
import { findProviders, openProvider } from '../../application/providers/find-providers.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { providerIdSchema } from '../cards/inputs.ts';
import type { Services } from '../turn/services.ts';
import { memoryOf, takeStep } from '../turn/step-dialog.ts';
import type { Turn } from '../turn/turn.ts';
import type { OrdinalReference, Refinement } from '../understanding/meaning.ts';
import { providerCard } from './provider-view.ts';
import { providersCard } from './providers-view.ts';
import { refine } from './refine.ts';
import { searchStateSchema, type SearchState } from './search-state.ts';

/**
 * The dialog of a search that goes on: it remembers where the person is, so that "only in France" and "the second one" mean
 * something. Every person has a search of their own in each conversation.
 */
export const searchDialog = 'findProvider';

/** Where the search is, and whose details are on the screen instead of the results. */
const memorySchema = z.object({ search: searchStateSchema, opened: providerIdSchema.exactOptional() });
type Memory = Readonly<z.infer<typeof memorySchema>>;

/** `notice` is said above the results, once. */
type Shown = Memory & { readonly notice?: string };

type Ports = Pick<Services, 'directory'>;

/** Shows the person's search where `shown` says, in place of the one that went on. */
export async function showSearch(ports: Ports, turn: Turn, shown: Shown): Promise<void> {
  const { search, opened, notice } = shown;
  await takeStep(turn.dialogs, searchDialog, () =>
    opened === undefined
      ? showResults(ports, turn, search, notice)
      : showProvider(ports, turn, search, opened),
  );
}

/** Whether the person has results on the screen that words can be about. */
export function searchIsOpen({ dialogs }: Pick<Turn, 'dialogs'>): boolean {
  return memoryOf(dialogs, searchDialog) !== undefined;
}

/** What can be said of a search that is about the directory alone. */
type SearchRefinement = Exclude<Refinement, { readonly kind: 'contact' }>;

/** Does what was said of the search on the screen: leads to other results, or opens one of those shown. */
export async function refineSearch(ports: Ports, turn: Turn, change: SearchRefinement): Promise<void> {
  const { search } = searchOnScreen(turn);
  if (change.kind !== 'open') return showSearch(ports, turn, { search: refine(search, change) });
  const [opened] = await idsAt(ports, search, [change.position]);
  if (opened === undefined) return showNoSuchResult(ports, turn, search);
  return showSearch(ports, turn, { search, opened });
}

/** Whom of the search on the screen was meant. */
interface Picked {
  readonly search: SearchState;
  readonly ids: readonly ProviderId[];
}

/**
 * Finds out who is meant by positions on the page; without any, those that are ticked, else the one whose details are open.
 * @returns undefined where a position is not on the page: that has been said then
 */
export async function pickedProviders(
  ports: Ports,
  turn: Turn,
  positions: readonly OrdinalReference[] | 'all',
): Promise<Picked | undefined> {
  const { search, opened } = searchOnScreen(turn);
  if (positions.length === 0) {
    const isOpened = search.ticked.length === 0 && opened !== undefined;
    return { search, ids: isOpened ? [opened] : search.ticked };
  }
  const ids = await idsAt(ports, search, positions);
  if (ids.length > 0) return { search, ids };
  await showNoSuchResult(ports, turn, search);
  return undefined;
}

function searchOnScreen({ dialogs }: Turn): Memory {
  return memorySchema.parse(memoryOf(dialogs, searchDialog));
}

async function showResults(
  ports: Ports,
  { messages, show }: Turn,
  search: SearchState,
  notice: string | undefined,
): Promise<Memory> {
  const found = await findProviders(ports, search, search.offset);
  const here = { ...search, offset: found.offset };
  show(providersCard(messages, found, here, notice));
  return { search: here };
}

async function showProvider(
  ports: Ports,
  { messages, show }: Turn,
  search: SearchState,
  opened: ProviderId,
): Promise<Memory> {
  const provider = await openProvider(ports, opened);
  show(providerCard(messages, provider, search));
  return { search, opened };
}

function showNoSuchResult(ports: Ports, turn: Turn, search: SearchState): Promise<void> {
  return showSearch(ports, turn, { search, notice: turn.messages.search.noSuchResult });
}

/** Those on the page at the given positions; nobody where one of them is not on it. */
async function idsAt(
  ports: Ports,
  search: SearchState,
  positions: readonly OrdinalReference[] | 'all',
): Promise<readonly ProviderId[]> {
  const { providers } = await findProviders(ports, search, search.offset);
  const ids = providers.map(({ id }) => id);
  if (positions === 'all') return ids;
  const chosen = positions.map((position) => ids.at(position === 'last' ? -1 : position - 1));
  const known = chosen.filter((id) => id !== undefined);
  return known.length === chosen.length ? known : [];
}
