import { z } from 'zod';
import type { InvitationEvent } from '../../../../domain/history/invitation-event.ts';
import type { AcceptedAgreement } from '../../../../domain/invitations/cloud-agreement.ts';
import type { FunctionSettings } from '../../../../domain/invitations/function-settings.ts';
import {
  effectKinds,
  type DecisionEventKind,
  type Effect,
  type OtherRoles,
  type InvitationStatus,
} from '../../../../domain/invitations/invitation-status.ts';
import { accessKinds, type RelationshipSummary } from '../../../../domain/partners/relationship-summary.ts';
import { instant, namedPerson, text } from '../common-schemas.ts';
import { byKind, exactly, type OfKind } from '../exact-schema.ts';
import { invitation, partnerFunction, partnerId } from './offer-schemas.ts';

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
  recorded: exactly({ kind: z.literal('recorded') }),
  awaiting: exactly<OfKind<Effect, 'awaiting'>>({
    kind: z.literal('awaiting'),
    since: instant,
    adminCenterPage: text,
    rolesBefore: z.array(text).optional(),
  }),
  said: exactly({ kind: z.literal('said'), by: namedPerson, at: instant }),
  confirmed: exactly<OfKind<Effect, 'confirmed'>>({
    kind: z.literal('confirmed'),
    at: instant,
    otherRoles: exactly<OtherRoles>({ more: z.array(text), missing: z.array(text) }).optional(),
    completed: exactly({ by: text, at: instant }).optional(),
  }),
});

export const status = byKind<InvitationStatus>({
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

/** Schema of the relationship summary stored in the history. */
export const summary = exactly<RelationshipSummary>({
  functions: z.array(partnerFunction),
  delegatedAdmin: z.enum(accessKinds),
  roles: z.array(text),
  unrecognisedRoles: z.array(text).optional(),
});

/** Fields of every audit event of an invitation. */
export const about = { invitation, partner: partnerId, function: partnerFunction };

/** Schemas of the entries about decisions, by kind. */
export const decisionEventSchemas: {
  readonly [Kind in DecisionEventKind]: z.ZodType<OfKind<InvitationEvent, Kind>>;
} = {
  invitationAuthorized: exactly({
    ...about,
    kind: z.literal('invitationAuthorized'),
    agreement,
    settings,
    effect: z.enum(effectKinds),
    before: summary,
    after: summary,
  }),
  invitationCancelled: exactly<OfKind<InvitationEvent, 'invitationCancelled'>>({
    ...about,
    kind: z.literal('invitationCancelled'),
    reason: text.optional(),
  }),
  invitationWithdrawn: exactly({ ...about, kind: z.literal('invitationWithdrawn') }),
  invitationLapsed: exactly({ ...about, kind: z.literal('invitationLapsed') }),
};
