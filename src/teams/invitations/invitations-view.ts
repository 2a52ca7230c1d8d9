import type { InvitationQuery } from '../../application/invitations/list-invitations.ts';
import type { Page } from '../../application/ports/store.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, shortened } from '../cards/text.ts';
import { identifyingName } from './partner-view.ts';

interface InvitationsContent extends Pick<InvitationQuery, 'which'> {
  readonly page: Page<Invitation>;
  readonly isFirst: boolean;
  /** Shown above the list. */
  readonly note?: string;
}

/** The tenant's invitations, pending or decided, newest first. */
export const invitationsCard = defineCard('invitations', invitationsView);

function invitationsView(messages: Messages, { which, page, isFirst, note }: InvitationsContent) {
  const { invitation: text } = messages;
  return {
    title: text.listTitle,
    note: optional(note),
    heading: which === 'pending' ? text.pendingTab : text.decidedTab,
    isEmpty: page.items.length === 0,
    none: which === 'pending' ? text.nonePending : text.noneDecided,
    rows: page.items.map((invitation) => rowView(messages, invitation)),
    otherTitle: which === 'pending' ? text.decidedTab : text.pendingTab,
    otherData: { which: which === 'pending' ? 'decided' : 'pending' },
    hasNewer: !isFirst,
    newestTitle: text.newest,
    newestData: { which },
    hasMore: page.next !== undefined,
    moreTitle: text.more,
    moreData: { which, after: page.next ?? '' },
  };
}

function rowView(messages: Messages, invitation: Invitation) {
  const { decision, format, invitation: text, vocabulary } = messages;
  const { status } = invitation;
  const name = identifyingName(messages, invitation.partner);
  const administration = includesDelegatedAdmin(invitation.function) ? ` · ${text.withAdministration}` : '';
  return {
    partner: name,
    function: `${vocabulary.functions[invitation.function]}${administration}`,
    state:
      status.kind === 'pending'
        ? text.waitsUntil(format.date(invitation.lapsesAt))
        : `${decision.words[status.kind].title} · ${format.date(status.at)}`,
    openTitle: text.open(shortened(name, 60)),
    openData: { invitation: invitation.id },
  };
}
