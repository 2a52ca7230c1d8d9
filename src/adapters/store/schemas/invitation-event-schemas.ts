import { z } from 'zod';
import {
  decisionRefusals,
  decisionsWanted,
  type InvitationEvent,
} from '../../../domain/history/invitation-event.ts';
import { effectKinds } from '../../../domain/invitations/invitation-status.ts';
import { originKinds } from '../../../domain/invitations/invitation.ts';
import { accessKinds, type RelationshipSummary } from '../../../domain/partners/relationship-summary.ts';
import { text } from './common-schemas.ts';
import { exactly, type OfKind } from './exact-schema.ts';
import { agreement, invitation, partnerFunction, partnerId, settings } from './invitation-schemas.ts';

const about = { invitation, partner: partnerId, function: partnerFunction };

/** Schema of the relationship summary stored in the history. */
export const summary = exactly<RelationshipSummary>({
  functions: z.array(partnerFunction),
  delegatedAdmin: z.enum(accessKinds),
  roles: z.array(text),
});

/** Schemas of the entries about invitations, by kind. */
export const invitationEventSchemas = {
  invitationReceived: exactly({
    ...about,
    kind: z.literal('invitationReceived'),
    origin: z.enum(originKinds),
  }),
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
  authorizationConfirmed: exactly({ ...about, kind: z.literal('authorizationConfirmed') }),
  decisionRefused: exactly({
    ...about,
    kind: z.literal('decisionRefused'),
    wanted: z.enum(decisionsWanted),
    why: z.enum(decisionRefusals),
  }),
};
