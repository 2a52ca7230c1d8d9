import type { DialogContext } from 'botbuilder-dialogs';
// By file, as in `bot.ts`, for the sake of a quick start.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog.js';
import { z } from 'zod';
import { openProvider, findProviders } from '../../application/providers/find-providers.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { providerIdSchema } from '../cards/inputs.ts';
import { render } from '../cards/render.ts';
import { showContactForm } from '../contact/show-contact-form.ts';
import type { Desk } from '../turn/services.ts';
import { turnOf, type Turn } from '../turn/turn.ts';
import type { Position } from '../understanding/meaning.ts';
import { providerView } from './provider-view.ts';
import { providersView } from './providers-view.ts';
import { refine } from './refine.ts';
import { searchStateSchema, type SearchState } from './search-state.ts';

const dialogId = 'findProvider';

/** Where the search is, and whose details are on the screen instead of the results. */
const memorySchema = z.object({ search: searchStateSchema, opened: providerIdSchema.exactOptional() });
type Memory = Readonly<z.infer<typeof memorySchema>>;

/** What the dialog begins with. `notice` is said above the results, once. */
const optionsSchema = memorySchema.extend({ notice: z.string().exactOptional() });
type Options = Readonly<z.infer<typeof optionsSchema>>;

/**
 * A search that goes on: it remembers where the person is, so that "only in France" and "the second one" mean something.
 * Every person has a search of their own in each conversation.
 */
export class FindProviderDialog extends Dialog {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    super(dialogId);
    this.#desk = desk;
  }

  override async beginDialog(context: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { search, opened, notice } = optionsSchema.parse(options);
    if (opened === undefined) await this.#showResults(context, search, notice);
    else await this.#showProvider(context, search, opened);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(context: DialogContext): Promise<DialogTurnResult> {
    const memory = memorySchema.parse(context.activeDialog?.state);
    const { refinement } = turnOf(context.context);
    if (refinement?.kind === 'open') await this.#open(context, memory, refinement.position);
    else if (refinement?.kind === 'contact') await this.#contact(context, memory, refinement.positions);
    else if (refinement !== undefined) await this.#showResults(context, refine(memory.search, refinement));
    return Dialog.EndOfTurn;
  }

  async #showResults(context: DialogContext, search: SearchState, notice?: string): Promise<void> {
    const { messages, show } = turnOf(context.context);
    const found = await findProviders(this.#desk, search, search.offset);
    const here = { ...search, offset: found.offset };
    remember(context, { search: here });
    show(render('providers', providersView(messages, found, here, notice)));
  }

  async #showProvider(context: DialogContext, search: SearchState, id: ProviderId): Promise<void> {
    const { messages, show } = turnOf(context.context);
    const provider = await openProvider(this.#desk, id);
    remember(context, { search, opened: id });
    show(render('provider', providerView(messages, provider, search)));
  }

  async #open(context: DialogContext, { search }: Memory, position: Position): Promise<void> {
    const [id] = await this.#idsAt(search, [position]);
    if (id === undefined) await this.#noSuchPosition(context, search);
    else await this.#showProvider(context, search, id);
  }

  async #contact(
    context: DialogContext,
    memory: Memory,
    positions: readonly Position[] | 'all',
  ): Promise<void> {
    const ids = positions.length === 0 ? pickedBefore(memory) : await this.#idsAt(memory.search, positions);
    if (positions.length > 0 && ids.length === 0) await this.#noSuchPosition(context, memory.search);
    else await showContactForm(this.#desk, turnOf(context.context), ids, memory.search);
  }

  /** Those on the page at the given positions; nobody where one of them is not on it. */
  async #idsAt(search: SearchState, positions: readonly Position[] | 'all'): Promise<readonly ProviderId[]> {
    const { providers } = await findProviders(this.#desk, search, search.offset);
    const ids = providers.map(({ id }) => id);
    if (positions === 'all') return ids;
    const chosen = positions.map((position) => ids.at(position === 'last' ? -1 : position - 1));
    const known = chosen.filter((id) => id !== undefined);
    return known.length === chosen.length ? known : [];
  }

  async #noSuchPosition(context: DialogContext, search: SearchState): Promise<void> {
    await this.#showResults(context, search, turnOf(context.context).messages.search.noSuchPosition);
  }
}

/** Those that are ticked, else the one whose details are open. */
function pickedBefore({ search, opened }: Memory): readonly ProviderId[] {
  if (search.ticked.length > 0 || opened === undefined) return search.ticked;
  return [opened];
}

function remember({ activeDialog }: DialogContext, memory: Memory): void {
  if (activeDialog !== undefined) activeDialog.state = memory;
}

/** Begins the person's search where `options` say, in place of the one that went on. */
export async function showSearch({ dialogs }: Turn, options: Options): Promise<void> {
  await dialogs.cancelAllDialogs();
  await dialogs.beginDialog(dialogId, options);
}

/** Whether the person has results on the screen that words can be about. */
export function searchIsOpen({ activeDialog }: DialogContext): boolean {
  return activeDialog?.id === dialogId;
}
