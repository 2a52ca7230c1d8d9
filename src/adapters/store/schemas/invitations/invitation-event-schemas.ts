import { z } from 'zod';
import { decisionRefusals } from '../../../../domain/history/invitation-event.ts';
import { decisionsWanted } from '../../../../domain/invitations/invitation-status.ts';
import { originKinds } from '../../../../domain/invitations/invitation.ts';
import { exactly } from '../exact-schema.ts';
import { about, decisionEventSchemas } from './decision-schemas.ts';

/** Schemas of the entries about invitations, by kind. */
export const invitationEventSchemas = {
  invitationReceived: exactly({
    ...about,
    kind: z.literal('invitationReceived'),
    origin: z.enum(originKinds),
  }),
  invitationClaimAdded: exactly({ ...about, kind: z.literal('invitationClaimAdded') }),
  ...decisionEventSchemas,
  authorizationConfirmed: exactly({ ...about, kind: z.literal('authorizationConfirmed') }),
  decisionRefused: exactly({
    ...about,
    kind: z.literal('decisionRefused'),
    wanted: z.enum(decisionsWanted),
    why: z.enum(decisionRefusals),
  }),
};
