import { openInvitation, type OpenedInvitation } from '../../application/invitations/open-invitation.ts';
import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { ProviderDirectory } from '../../application/ports/provider-directory.ts';
import type { Store } from '../../application/ports/store.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { personId, type InvitationId, type TenantId } from '../../domain/identifiers.ts';
import { revisionOf } from '../../domain/invitations/claim-groups.ts';
import type { Effect, InvitationStatus } from '../../domain/invitations/invitation-status.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Subscriber } from '../../domain/notifications/subscriber.ts';
import type { PostRenderers } from '../notifications/render-post.ts';
import { decidedNotice, isDecided } from './invitation-outcome-view.ts';
import { partnerName } from './partner-view.ts';
import { renderInvitation } from './show-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly clock: Clock;
}

/** Renders an invitation for a subscriber: the card to decide it, or its outcome. */
export function renderInvitationPost(ports: Ports): PostRenderers['invitation'] {
  return async (tenant, { invitation: id }, { subscriber, messages }) => {
    const opened = await openFor(ports, tenant, id, subscriber);
    if (opened === undefined) return undefined;
    const { invitation } = opened;
    const { status } = invitation;
    const notice = isDecided(invitation) ? decidedNotice(messages, invitation) : undefined;
    const summary = notice ?? messages.invitation.received(partnerName(messages, invitation.partner));
    return {
      revision: cardRevision(invitation),
      card: {
        kind: 'card',
        card: renderInvitation(messages, opened, { isPosted: true }),
        summary,
      },
      ...(notice !== undefined && { message: { kind: 'text', text: notice } }),
      isFinal: isFinal(status),
    };
  };
}

async function openFor(
  ports: Ports,
  tenant: TenantId,
  id: InvitationId,
  { audience }: Subscriber,
): Promise<OpenedInvitation | undefined> {
  try {
    const reader = audience.kind === 'person' ? audience.person : personId('');
    const opened = await openInvitation(ports, { tenant, person: reader, name: '' }, id);
    // Everyone in a channel sees the same card; each press checks the person's role.
    return audience.kind === 'group' ? { ...opened, mayDecide: true, mayFinish: 'notKnown' } : opened;
  } catch (error) {
    if (isDomainError(error, 'invitation-not-found')) return undefined;
    throw error;
  }
}

/** Of the card of an invitation; those without claims of their own are as they were posted before there were any. */
export function cardRevision(invitation: Invitation): string {
  const { status, claims } = invitation;
  if (status.kind === 'authorized') return `authorized ${revisionOfEffect(status.effect)}`;
  return status.kind === 'pending' && claims !== undefined
    ? `pending ${revisionOf(invitation)}`
    : status.kind;
}

function revisionOfEffect(effect: Effect): string {
  const isCompleted = effect.kind === 'confirmed' && effect.completed !== undefined;
  return isCompleted ? `${effect.kind} completed` : effect.kind;
}

/**
 * An authorization that the tenant does not show yet will change once more, and again when the tenant's audit log shows
 * who completed it.
 */
function isFinal(status: InvitationStatus): boolean {
  if (status.kind !== 'authorized') return status.kind !== 'pending';
  const { effect } = status;
  return effect.kind === 'confirmed' ? effect.completed !== undefined : effect.kind !== 'awaiting';
}
