import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { mayDecide, mayFinish, rolesThatDecide } from '../../domain/invitations/decision-rights.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';
import { knownPartner, type KnownPartner } from './known-partner.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly clock: Clock;
}

/** An invitation as one person sees it now. */
export interface OpenedInvitation {
  /** When it was read. */
  readonly at: Instant;
  readonly invitation: Invitation;
  readonly partner: KnownPartner;
  /** What is known of the distributor behind it, if the link names its tenant. */
  readonly provider?: KnownPartner;
  /** Whether this person has a role that may decide it; checked again at the press. */
  readonly mayDecide: boolean;
  readonly rolesThatDecide: readonly AdminRole[];
  /** Whether the role is also enough for the last step at Microsoft. `notKnown`: several people see it. */
  readonly mayFinish: boolean | 'notKnown';
}

/**
 * Reads an invitation; anyone of its tenant may. Changes nothing, so that a card may use it to refresh itself.
 * @throws DomainError('invitation-not-found' or 'store-unavailable')
 */
export async function openInvitation(
  ports: Ports,
  actor: Actor,
  id: InvitationId,
): Promise<OpenedInvitation> {
  const record = await ports.store.get(actor.tenant, 'invitation', id);
  if (record === undefined) throw new DomainError('invitation-not-found', {});
  const at = ports.clock.now();
  const invitation = asItStands(record.value, at);
  const providerId = invitation.indirectProvider?.id;
  const shown = await ports.roles.shownRolesOf(actor);
  return {
    at,
    invitation,
    partner: await knownPartner(ports, actor, invitation.partner.id),
    ...(providerId && { provider: await knownPartner(ports, actor, providerId) }),
    mayDecide: mayDecide(shown, invitation),
    rolesThatDecide: rolesThatDecide(invitation),
    mayFinish: mayFinish(shown, invitation),
  };
}
