import { z } from 'zod';
import type { LatestPaste, ReceivedInvitation } from '../../../../application/ports/records.ts';
import type { Claim, ClaimSource } from '../../../../domain/invitations/claim.ts';
import type { Invitation, InvitationOrigin } from '../../../../domain/invitations/invitation.ts';
import type { PendingInvitation, PendingSource } from '../../../../domain/invitations/pending-invitation.ts';
import { instant, namedPerson, person, text } from '../common-schemas.ts';
import { byKind, exactly, type OfKind } from '../exact-schema.ts';
import { status } from './decision-schemas.ts';
import {
  delegatedAdmin,
  indirectProvider,
  invitation,
  mailOrigin,
  partner,
  partnerFunction,
  partnerId,
  partnerText,
} from './offer-schemas.ts';

const origin = byKind<InvitationOrigin>({
  posted: exactly({ kind: z.literal('posted'), postedId: text }),
  pasted: exactly({ kind: z.literal('pasted'), by: namedPerson }),
  message: exactly({ kind: z.literal('message'), by: namedPerson }),
  file: exactly({ kind: z.literal('file'), by: namedPerson }),
  mailbox: exactly({ kind: z.literal('mailbox'), address: text }),
});

const pendingSource = byKind<PendingSource>({
  submitted: exactly({ kind: z.literal('submitted'), partner: partnerId }),
  pasted: exactly({
    kind: z.literal('pasted'),
    partner: partnerId,
    by: namedPerson,
    isAdministrator: z.boolean(),
  }),
  mailbox: exactly({ kind: z.literal('mailbox'), partner: partnerId }),
});

const claimSource = byKind<ClaimSource>({
  submitted: exactly({ kind: z.literal('submitted') }),
  person: exactly({ kind: z.literal('person'), by: namedPerson, isAdministrator: z.boolean() }),
  mailbox: exactly<OfKind<ClaimSource, 'mailbox'>>({
    kind: z.literal('mailbox'),
    address: text,
    from: text.optional(),
  }),
  others: exactly({ kind: z.literal('others') }),
});

const claim = exactly<Claim>({
  source: claimSource,
  function: partnerFunction,
  delegatedAdmin,
  name: partnerText.optional(),
  domain: partnerText.optional(),
  providerName: partnerText.optional(),
  deadline: text.optional(),
  message: text.optional(),
  mail: mailOrigin.optional(),
});

/** Schemas of the invitation records, by kind. */
export const invitationSchemas = {
  invitation: exactly<Invitation>({
    id: invitation,
    origin,
    partner,
    function: partnerFunction,
    delegatedAdmin,
    indirectProvider: indirectProvider.optional(),
    deadline: text.optional(),
    message: text.optional(),
    link: text.optional(),
    wrappedBy: z.array(text).optional(),
    mail: mailOrigin.optional(),
    receivedAt: instant,
    lapsesAt: instant,
    status,
    claims: z.array(claim).optional(),
    claimsAddedBy: z.array(z.union([z.literal('mailbox'), person])).optional(),
  }),
  pendingInvitation: exactly<PendingInvitation>({
    lapsesAt: instant,
    source: pendingSource.optional(),
    first: pendingSource.optional(),
  }),
  latestPaste: exactly<LatestPaste>({ invitation }),
  receivedInvitation: exactly<ReceivedInvitation>({ invitation, fingerprint: text }),
};
