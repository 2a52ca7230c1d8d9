import { listHistory } from '../../application/history/list-history.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { filterOf, type HistoryState } from './history-state.ts';
import { entriesPerPage, historyCard } from './history-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock'>;

/** Shows one page of the tenant's history; `notice` is shown above it. Changes nothing. */
export async function showHistory(
  services: Needs,
  { actor, messages, show }: Turn,
  state: HistoryState,
  notice?: string,
): Promise<void> {
  const { head, ...page } = await listHistory(services, actor, {
    filter: filterOf(state, services.clock.now()),
    limit: entriesPerPage,
    after: state.after,
  });
  show(historyCard(messages, page, state, { head, notice }));
}
