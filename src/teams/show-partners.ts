import { listPartners } from '../application/partners/list-partners.ts';
import type { Desk } from './desk.ts';
import type { PartnerListState } from './partner-list-state.ts';
import { render } from './render.ts';
import type { Turn } from './turn.ts';
import { partnersPerPage, partnersView } from './views/partners-view.ts';

/** Shows one page of the tenant's partners; `notice` is said above them. Changes nothing. */
export async function showPartners(
  desk: Desk,
  { actor, messages, show }: Turn,
  state: PartnerListState,
  notice?: string,
): Promise<void> {
  const range = { offset: state.offset, limit: partnersPerPage };
  const page = await listPartners(desk, actor, state, range);
  show(render('partners', partnersView(messages, page, state, notice)));
}
