import { z } from 'zod';
import { findProviders, openProvider } from '../../application/providers/find-providers.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { providerIdSchema } from '../cards/inputs.ts';
import type { Services } from '../turn/services.ts';
import { stateOf, runStep } from '../turn/step-dialog.ts';
import type { Turn } from '../turn/turn.ts';
import type { OrdinalReference, Refinement } from '../understanding/meaning.ts';
import { providerCard } from './provider-view.ts';
import { providersCard } from './providers-view.ts';
import { refine } from './refine.ts';
import { searchStateSchema, type SearchState } from './search-state.ts';

/**
 * The dialog of an open search. It stores the search, so that "only in France" and "the second one" can refer to it.
 * Every person has their own in each conversation.
 */
export const searchDialog = 'findProvider';

/** The search, and the provider whose details are shown instead of the results. */
const dialogStateSchema = z.object({ search: searchStateSchema, opened: providerIdSchema.exactOptional() });
type DialogState = Readonly<z.infer<typeof dialogStateSchema>>;

/** `notice` is shown above the results, once. */
type Shown = DialogState & { readonly notice?: string };

type Ports = Pick<Services, 'directory'>;

/** Shows a search or one of its providers, replacing the person's open search. */
export async function showSearch(ports: Ports, turn: Turn, shown: Shown): Promise<void> {
  const { search, opened, notice } = shown;
  await runStep(turn.dialogs, searchDialog, () =>
    opened === undefined
      ? showResults(ports, turn, search, notice)
      : showProvider(ports, turn, search, opened),
  );
}

/** Whether the person has an open search that words can refer to. */
export function searchIsOpen({ dialogs }: Pick<Turn, 'dialogs'>): boolean {
  return stateOf(dialogs, searchDialog) !== undefined;
}

/** Refinements that only concern the directory. */
type SearchRefinement = Exclude<Refinement, { readonly kind: 'contact' }>;

/** Refines the open search: shows other results, or opens one of those shown. */
export async function refineSearch(ports: Ports, turn: Turn, change: SearchRefinement): Promise<void> {
  const { search } = openSearchOf(turn);
  if (change.kind !== 'open') return showSearch(ports, turn, { search: refine(search, change) });
  const [opened] = await idsAt(ports, search, [change.position]);
  if (opened === undefined) return showNoSuchResult(ports, turn, search);
  return showSearch(ports, turn, { search, opened });
}

/** Providers of the open search that the person picked. */
interface Picked {
  readonly search: SearchState;
  readonly ids: readonly ProviderId[];
}

/**
 * Resolves positions on the page to providers; without any, the ticked ones, else the one whose details are open.
 * @returns undefined if a position is not on the page; the person has then been told
 */
export async function pickedProviders(
  ports: Ports,
  turn: Turn,
  positions: readonly OrdinalReference[] | 'all',
): Promise<Picked | undefined> {
  const { search, opened } = openSearchOf(turn);
  if (positions.length === 0) {
    const isOpened = search.ticked.length === 0 && opened !== undefined;
    return { search, ids: isOpened ? [opened] : search.ticked };
  }
  const ids = await idsAt(ports, search, positions);
  if (ids.length > 0) return { search, ids };
  await showNoSuchResult(ports, turn, search);
  return undefined;
}

function openSearchOf({ dialogs }: Turn): DialogState {
  return dialogStateSchema.parse(stateOf(dialogs, searchDialog));
}

async function showResults(
  ports: Ports,
  { messages, show }: Turn,
  search: SearchState,
  notice: string | undefined,
): Promise<DialogState> {
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
): Promise<DialogState> {
  const provider = await openProvider(ports, opened);
  show(providerCard(messages, provider, search));
  return { search, opened };
}

function showNoSuchResult(ports: Ports, turn: Turn, search: SearchState): Promise<void> {
  return showSearch(ports, turn, { search, notice: turn.messages.search.noSuchResult });
}

/** The providers at these positions of the page; empty if one of them is not on it. */
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
