import { z } from 'zod';
import { invitationId, providerId } from '../../../../domain/identifiers.ts';
import type { DelegatedAdmin } from '../../../../domain/invitations/delegated-admin.ts';
import type { IndirectProvider, InvitingPartner } from '../../../../domain/invitations/invitation.ts';
import {
  authenticationVerdicts,
  type MailOrigin,
} from '../../../../domain/invitations/message/mail-origin.ts';
import { solutionProviderFunctions } from '../../../../domain/solution-provider-function.ts';
import type { Stated } from '../../../../domain/stated.ts';
import { text } from '../common-schemas.ts';
import { byKind, exactly, type OfKind } from '../exact-schema.ts';

const stated = <Value>(value: z.ZodType<Value>) => exactly<Stated<Value>>({ value, claimed: z.boolean() });
const orNotKnown = <Value>(value: z.ZodType<Value>) => z.union([z.literal('notKnown'), value]);

export const invitation = text.transform(invitationId);
export const partnerId = text.transform(providerId);
export const partnerFunction = z.enum(solutionProviderFunctions);

/** A name or domain of a partner. */
export const partnerText = stated(text);

export const partner = exactly<InvitingPartner>({
  id: partnerId,
  idIsGuess: z.boolean(),
  name: partnerText.optional(),
  domain: partnerText.optional(),
});

/** The distributor behind a partner. */
export const indirectProvider = exactly<IndirectProvider>({
  id: partnerId.optional(),
  name: partnerText.optional(),
});

const verdict = z.enum(authenticationVerdicts).optional();

/** Where a mail says that it is from. */
export const mailOrigin = exactly<MailOrigin>({
  from: text.optional(),
  fromName: text.optional(),
  results: exactly<MailOrigin['results']>({ spf: verdict, dkim: verdict, dmarc: verdict }),
  headersBy: z.enum(['anybody', 'mailbox']),
});

export const delegatedAdmin = byKind<DelegatedAdmin>({
  none: exactly({ kind: z.literal('none') }),
  classic: exactly({ kind: z.literal('classic') }),
  granular: exactly<OfKind<DelegatedAdmin, 'granular'>>({
    kind: z.literal('granular'),
    roles: orNotKnown(stated(z.array(text))),
    durationDays: orNotKnown(stated(z.number())),
    autoExtends: orNotKnown(stated(z.boolean())),
    unrecognisedRoles: z.array(text).optional(),
    furtherUnrecognised: z.number().optional(),
    announcedRoles: z.number().optional(),
    mentionsGlobalAdministrator: z.literal(true).optional(),
    otherDurationDays: z.array(z.number()).optional(),
    durationWords: text.optional(),
  }),
});
