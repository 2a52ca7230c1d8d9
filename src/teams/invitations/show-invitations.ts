import { listInvitations, type InvitationQuery } from '../../application/invitations/list-invitations.ts';
import { readMailboxWatch } from '../../application/invitations/mailbox/read-mailbox-watch.ts';
import { pendingGroups, type ListedGroup } from '../../application/invitations/pending-groups.ts';
import { silentSince } from '../../domain/tenant/mailbox-watch.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { invitationsCard } from './invitations-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock'>;

const invitationsPerPage = 5;

/** A page of the tenant's invitations, pending or decided. */
export async function showInvitationList(
  services: Needs,
  turn: Turn,
  { which, after }: Pick<InvitationQuery, 'which' | 'after'>,
): Promise<void> {
  const page = await listInvitations(services, turn.actor, { which, limit: invitationsPerPage, after });
  const groups = which === 'pending' ? await pendingGroups(services, turn.actor) : [];
  const note = await aboutMailbox(services, turn);
  turn.show(
    invitationsCard(turn.messages, {
      which,
      page,
      isFirst: after === undefined,
      groups,
      ...(note !== undefined && { note }),
    }),
  );
}

/** That invitations may be missing, because the mailbox could not be read for long. */
async function aboutMailbox({ store, clock }: Needs, { actor, messages }: Turn): Promise<string | undefined> {
  const watch = await readMailboxWatch(store, actor.tenant);
  const since = watch && silentSince(watch, clock.now());
  if (watch === undefined || since === undefined) return undefined;
  return messages.mailbox.silent(watch.address, messages.format.moment(since));
}

/** The first page of the pending ones. `groups`: offers to cancel these, instead of the largest. */
export async function showPendingInvitations(
  services: Needs,
  turn: Turn,
  { note, groups }: { readonly note: string; readonly groups?: readonly ListedGroup[] },
): Promise<void> {
  const which = 'pending';
  const page = await listInvitations(services, turn.actor, { which, limit: invitationsPerPage });
  const offered = groups ?? (await pendingGroups(services, turn.actor));
  turn.show(invitationsCard(turn.messages, { which, page, isFirst: true, note, groups: offered }));
}
