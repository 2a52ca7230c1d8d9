import type { Actor } from '../../domain/actor.ts';
import { aboutInvitation, type InvitationEvent } from '../../domain/history/invitation-event.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import { settingsOf, type ChosenSettings } from '../../domain/invitations/choose-settings.ts';
import { authorize } from '../../domain/invitations/invitation-transitions.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import { withAuthorization } from '../../domain/partners/relationship.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import { upsert } from '../ports/changes.ts';
import { decideInvitation, type DecidingPorts, type DecisionReceipt } from './decide-invitation.ts';

interface Ports extends DecidingPorts {
  readonly authority: PartnerAuthority;
}

/**
 * Accepts a whole invitation, and the Microsoft Cloud Agreement with it: puts it into effect and adds the function to
 * the relationship with the partner.
 * @throws DomainError('not-allowed', 'invitation-not-found', 'account-invalid' or 'store-unavailable'); nothing changed
 * then
 */
export async function authorizeInvitation(
  { authority, ...ports }: Ports,
  actor: Actor,
  {
    invitation: id,
    settings: chosen,
  }: { readonly invitation: InvitationId; readonly settings: ChosenSettings },
): Promise<DecisionReceipt> {
  return decideInvitation(ports, actor, { id, wanted: 'authorize' }, async (pending, at) => {
    const settings = settingsOf(pending.function, chosen);
    const effect = await authority.authorize(actor.tenant, pending);
    const invitation = authorize(pending, { by: namedPerson(actor), at, settings, effect });
    const record = await ports.store.get(actor.tenant, 'relationship', invitation.partner.id);
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
    const changes = [upsert('relationship', relationship.partner.id, relationship, record)];
    return { invitation, event, changes };
  });
}
