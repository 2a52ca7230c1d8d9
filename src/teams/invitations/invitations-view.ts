import type { InvitationQuery } from '../../application/invitations/list-invitations.ts';
import type { ListedGroup } from '../../application/invitations/pending-groups.ts';
import type { Page } from '../../application/ports/store.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, personName, shortened } from '../cards/text.ts';
import { identifyingName } from './partner-view.ts';

interface InvitationsContent extends Pick<InvitationQuery, 'which'> {
  readonly page: Page<Invitation>;
  readonly isFirst: boolean;
  /** Shown above the list. */
  readonly note?: string;
  /** Those that can be cancelled at once. */
  readonly groups?: readonly ListedGroup[];
}

/** The tenant's invitations, pending or decided, newest first. */
export const invitationsCard = defineCard('invitations', invitationsView);

function invitationsView(
  messages: Messages,
  { which, page, isFirst, note, groups = [] }: InvitationsContent,
) {
  const { cancelling, invitation: text } = messages;
  return {
    title: text.listTitle,
    note: optional(note),
    heading: which === 'pending' ? text.pendingTab : text.decidedTab,
    isEmpty: page.items.length === 0,
    none: which === 'pending' ? text.nonePending : text.noneDecided,
    rows: page.items.map((invitation) => rowView(messages, invitation)),
    hasGroups: groups.length > 0,
    groupsTitle: cancelling.severalTitle,
    groups: groups.map((group) => ({ title: groupTitle(messages, group), data: group.group })),
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

function groupTitle(messages: Messages, { name, count }: ListedGroup): string {
  const { cancelling: text, format } = messages;
  if (name === 'mailbox') return text.allMailed(format, count);
  if ('person' in name) return text.allPastedBy(format, count, shortened(personName(messages, name), 30));
  return text.allOfPartner(format, count, shortened(identifyingName(messages, name), 30));
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
