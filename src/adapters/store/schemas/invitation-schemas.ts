import { z } from 'zod';
import type { PendingInvitation, ReceivedInvitation } from '../../../application/ports/records.ts';
import { invitationId, providerId } from '../../../domain/identifiers.ts';
import type { AcceptedAgreement } from '../../../domain/invitations/cloud-agreement.ts';
import type { DelegatedAdmin } from '../../../domain/invitations/delegated-admin.ts';
import type { FunctionSettings } from '../../../domain/invitations/function-settings.ts';
import type { Effect, InvitationStatus } from '../../../domain/invitations/invitation-status.ts';
import type {
  Invitation,
  InvitationOrigin,
  InvitingPartner,
} from '../../../domain/invitations/invitation.ts';
import { solutionProviderFunctions } from '../../../domain/solution-provider-function.ts';
import type { Stated } from '../../../domain/stated.ts';
import { instant, namedPerson, text } from './common-schemas.ts';
import { byKind, exactly, type OfKind } from './exact-schema.ts';

const stated = <Value>(value: z.ZodType<Value>) => exactly<Stated<Value>>({ value, claimed: z.boolean() });
const orNotKnown = <Value>(value: z.ZodType<Value>) => z.union([z.literal('notKnown'), value]);

export const invitation = text.transform(invitationId);
export const partnerId = text.transform(providerId);
export const partnerFunction = z.enum(solutionProviderFunctions);

export const agreement = exactly<AcceptedAgreement>({ name: text, url: text, acceptedAt: instant });

export const settings = byKind<FunctionSettings>({
  none: exactly({ kind: z.literal('none') }),
  account: exactly<OfKind<FunctionSettings, 'account'>>({
    kind: z.literal('account'),
    userPrincipalName: text.optional(),
  }),
  purchases: exactly({ kind: z.literal('purchases'), seesOtherPartners: z.boolean() }),
});

export const effect = byKind<Effect>({
  inEffect: exactly({ kind: z.literal('inEffect') }),
  awaiting: exactly({ kind: z.literal('awaiting'), since: instant, adminCenterPage: text }),
  confirmed: exactly({ kind: z.literal('confirmed'), at: instant }),
});

export const partner = exactly<InvitingPartner>({
  id: partnerId,
  idIsGuess: z.boolean(),
  name: stated(text).optional(),
  domain: stated(text).optional(),
});

const delegatedAdmin = byKind<DelegatedAdmin>({
  none: exactly({ kind: z.literal('none') }),
  classic: exactly({ kind: z.literal('classic') }),
  granular: exactly({
    kind: z.literal('granular'),
    roles: orNotKnown(stated(z.array(text))),
    durationDays: orNotKnown(stated(z.number())),
    autoExtends: orNotKnown(stated(z.boolean())),
  }),
});

const origin = byKind<InvitationOrigin>({
  posted: exactly({ kind: z.literal('posted'), postedId: text }),
  pasted: exactly({ kind: z.literal('pasted'), by: namedPerson }),
  message: exactly({ kind: z.literal('message'), by: namedPerson }),
});

const status = byKind<InvitationStatus>({
  pending: exactly({ kind: z.literal('pending') }),
  authorized: exactly({
    kind: z.literal('authorized'),
    by: namedPerson,
    at: instant,
    agreement,
    settings,
    effect,
  }),
  cancelled: exactly<OfKind<InvitationStatus, 'cancelled'>>({
    kind: z.literal('cancelled'),
    by: namedPerson,
    at: instant,
    reason: text.optional(),
  }),
  lapsed: exactly({ kind: z.literal('lapsed'), at: instant }),
  withdrawn: exactly({ kind: z.literal('withdrawn'), at: instant }),
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
