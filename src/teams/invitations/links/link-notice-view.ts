import type { LinkNotice } from '../../../domain/invitations/link/link-notice.ts';
import { isMailFilter } from '../../../domain/invitations/link/rewriters/rewriters.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { defineCard } from '../../cards/define-card.ts';
import { everyPartner } from '../../turn/every-partner.ts';
import { unlinked } from './unlinked.ts';

/** What a link is that is no invitation, and what to do with it. @param isPlain no buttons, as in a dialog */
export const linkNoticeCard = defineCard('link-notice', linkNoticeView);

function linkNoticeView(
  { desk, links }: Messages,
  notice: LinkNotice,
  { isPlain }: { readonly isPlain: boolean },
) {
  const { title, what, advice } = wordsFor(links, notice);
  const isAboutPartners = notice.kind === 'partnersPage' || notice.kind === 'microsoftRedirect';
  return {
    title,
    host: unlinked(notice.host),
    what,
    advice,
    hasPartners: isAboutPartners && !isPlain,
    partnersTitle: desk.partners,
    partnersData: { state: everyPartner },
  };
}

function wordsFor({ notices }: Messages['links'], { kind, service }: LinkNotice) {
  if (kind !== 'hiddenTarget') return notices[kind];
  const { title, byFilter, byShortLink, advice } = notices.hiddenTarget;
  const name = service ?? '';
  return { title, what: isMailFilter(name) ? byFilter(name) : byShortLink(name), advice };
}
