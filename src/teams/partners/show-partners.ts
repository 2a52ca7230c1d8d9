import { listPartners } from '../../application/partners/list-partners.ts';
import { openPartner } from '../../application/partners/open-partner.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { partnerDetailsCard } from './partner-details-view.ts';
import type { PartnerListState } from './partner-list-state.ts';
import { partnersPerPage, partnersCard } from './partners-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock' | 'reviewEveryDays' | 'readsTenant'>;

/** Shows one page of the tenant's partners; `notice` is shown above them. Changes nothing. */
export async function showPartners(
  services: Needs,
  { actor, messages, show }: Turn,
  state: PartnerListState,
  notice?: string,
): Promise<void> {
  const range = { offset: state.offset, limit: partnersPerPage };
  const page = await listPartners(services, actor, state, range);
  show(partnersCard(messages, page, state, notice));
}

/** Shows one partner to this person; `note` is shown above it. Changes nothing. */
export async function showPartner(
  services: Needs & Pick<Services, 'directory' | 'partnersPage'>,
  { actor, messages, show }: Turn,
  id: ProviderId,
  { state, note }: { readonly state: PartnerListState; readonly note?: string | undefined },
): Promise<void> {
  const opened = await openPartner(services, actor, id);
  show(partnerDetailsCard(messages, opened, { state, note, partnersPage: services.partnersPage }));
}
