import { openPartner } from '../application/partners/open-partner.ts';
import type { ProviderId } from '../domain/identifiers.ts';
import { render } from './cards/render.ts';
import { partnerDetailsView } from './partners/partner-details-view.ts';
import type { PartnerListState } from './partners/partner-list-state.ts';
import type { Desk } from './turn/services.ts';
import type { Turn } from './turn/turn.ts';

/** Shows one partner as it stands, for this person; `note` is said above it. Changes nothing. */
export async function showPartner(
  desk: Desk,
  { actor, messages, show }: Turn,
  id: ProviderId,
  { state, note }: { readonly state: PartnerListState; readonly note?: string | undefined },
): Promise<void> {
  const opened = await openPartner(desk, actor, id);
  show(render('partner', partnerDetailsView(messages, opened, { state, note, isSandbox: desk.isSandbox })));
}
