import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { aboutInvitation, type InvitationEvent } from '../../domain/history/invitation-event.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import { revisionOf } from '../../domain/invitations/claim-groups.ts';
import { settingsOf, type ChosenSettings } from '../../domain/invitations/choose-settings.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { authorize } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import { withAuthorization } from '../../domain/partners/relationship.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import { upsert } from '../ports/changes.ts';
import { awaitAuthorization, withRolesBefore } from './await-effect.ts';
import { decideInvitation, type DecidingPorts, type DecisionReceipt } from './decide-invitation.ts';

interface Ports extends DecidingPorts {
  readonly authority: PartnerAuthority;
}

/**
 * Accepts a whole invitation, and the Microsoft Cloud Agreement with it: puts it into effect and adds the function to
 * the relationship with the partner.
 * @throws DomainError('not-allowed', 'invitation-not-found', 'invitation-changed' if it grants administration and more
 *   than the person was shown, 'account-invalid' or 'store-unavailable'); nothing changed then
 */
export async function authorizeInvitation(
  { authority, ...ports }: Ports,
  actor: Actor,
  {
    invitation: id,
    settings: chosen,
    seen,
  }: {
    readonly invitation: InvitationId;
    readonly settings: ChosenSettings;
    /** The revision that the person was shown, where administration is granted. */
    readonly seen?: string | undefined;
  },
): Promise<DecisionReceipt> {
  return decideInvitation(ports, actor, { id, wanted: 'authorize' }, async (pending, at) => {
    if (!wasShown(pending, seen)) throw new DomainError('invitation-changed', {});
    const settings = settingsOf(pending.function, chosen);
    const { tenant } = actor;
    const taken = await authority.authorize(tenant, pending);
    const effect = await withRolesBefore(ports.store, tenant, pending.partner.id, taken);
    const invitation = authorize(pending, { by: namedPerson(actor), at, settings, effect });
    const record = await ports.store.get(tenant, 'relationship', invitation.partner.id);
    const relationship = withAuthorization(record?.value, invitation);
    const event: InvitationEvent = {
      kind: 'invitationAuthorized',
      ...aboutInvitation(invitation),
      agreement: invitation.status.agreement,
      settings,
      effect: effect.kind,
      before: summaryOf(record?.value),
      after: summaryOf(relationship),
    };
    const changes = [
      upsert('relationship', relationship.partner.id, relationship, record),
      ...(await awaitAuthorization(ports.store, tenant, invitation, effect)),
    ];
    return { invitation, event, changes };
  });
}

/** Whether the person was shown all that they grant. One without claims never changed, whenever they were shown it. */
function wasShown(pending: Invitation, seen: string | undefined): boolean {
  if (!includesDelegatedAdmin(pending.function)) return true;
  return seen === undefined ? pending.claims === undefined : seen === revisionOf(pending);
}
