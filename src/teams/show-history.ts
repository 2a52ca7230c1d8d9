import { listHistory } from '../application/list-history.ts';
import type { Desk } from './desk.ts';
import type { HistoryState } from './history-state.ts';
import { render } from './render.ts';
import type { Turn } from './turn.ts';
import { entriesPerPage, historyView } from './views/history-view.ts';

/** Shows one page of the tenant's history. Changes nothing. */
export async function showHistory(
  desk: Desk,
  { actor, messages, show }: Turn,
  state: HistoryState,
): Promise<void> {
  const { after, days, ...filter } = state;
  const page = await listHistory(desk, actor, {
    filter: { ...filter, days: days === undefined ? undefined : Number(days) },
    limit: entriesPerPage,
    after,
  });
  const { count, hash } = await desk.store.head(actor.tenant, 'audit');
  show(render('history', historyView(messages, page, state, { count, hash })));
}
