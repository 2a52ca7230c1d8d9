import { z } from 'zod';
import type { PendingInvitation, ReceivedInvitation } from '../../../../application/ports/records.ts';
import type { Invitation, InvitationOrigin } from '../../../../domain/invitations/invitation.ts';
import { instant, namedPerson, text } from '../common-schemas.ts';
import { byKind, exactly } from '../exact-schema.ts';
import { status } from './decision-schemas.ts';
import { delegatedAdmin, invitation, partner, partnerFunction } from './offer-schemas.ts';

const origin = byKind<InvitationOrigin>({
  posted: exactly({ kind: z.literal('posted'), postedId: text }),
  pasted: exactly({ kind: z.literal('pasted'), by: namedPerson }),
  message: exactly({ kind: z.literal('message'), by: namedPerson }),
});

/** Schemas of the invitation records, by kind. */
export const invitationSchemas = {
  invitation: exactly<Invitation>({
    id: invitation,
    origin,
    partner,
    function: partnerFunction,
    delegatedAdmin,
    message: text.optional(),
    link: text.optional(),
    receivedAt: instant,
    lapsesAt: instant,
    status,
  }),
  pendingInvitation: exactly<PendingInvitation>({ lapsesAt: instant }),
  receivedInvitation: exactly<ReceivedInvitation>({ invitation, fingerprint: text }),
};
