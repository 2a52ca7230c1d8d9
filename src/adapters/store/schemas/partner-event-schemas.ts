import { z } from 'zod';
import {
  changesWanted,
  unknownRefusals,
  unknownSubjects,
  type UnknownRefused,
} from '../../../domain/history/audit-entry.ts';
import {
  partnerChangeRefusals,
  partnerChangesWanted,
  type PartnerEvent,
} from '../../../domain/history/partner-event.ts';
import { effectKinds } from '../../../domain/invitations/invitation-status.ts';
import { text } from './common-schemas.ts';
import { exactly, type OfKind } from './exact-schema.ts';
import { settings, summary } from './invitations/decision-schemas.ts';
import { invitation, partnerFunction, partnerId } from './invitations/offer-schemas.ts';

const about = { partner: partnerId };

/** Schemas of the entries about relationships, by kind. */
export const partnerEventSchemas = {
  delegatedAdminRemoved: exactly<OfKind<PartnerEvent, 'delegatedAdminRemoved'>>({
    ...about,
    kind: z.literal('delegatedAdminRemoved'),
    effect: z.enum(effectKinds),
    reason: text.optional(),
    before: summary,
    after: summary,
  }),
  delegatedAdminEnded: exactly({
    ...about,
    kind: z.literal('delegatedAdminEnded'),
    invitation,
    before: summary,
    after: summary,
  }),
  removalConfirmed: exactly({ ...about, kind: z.literal('removalConfirmed') }),
  partnerSettingsChanged: exactly({
    ...about,
    kind: z.literal('partnerSettingsChanged'),
    function: partnerFunction,
    before: settings,
    after: settings,
  }),
  partnerChangeRefused: exactly({
    ...about,
    kind: z.literal('partnerChangeRefused'),
    wanted: z.enum(partnerChangesWanted),
    why: z.enum(partnerChangeRefusals),
  }),
};

/** Schema of the entry about an id unknown to the tenant. */
export const unknownRefusedSchema = exactly<UnknownRefused>({
  kind: z.literal('unknownRefused'),
  about: z.enum(unknownSubjects),
  id: text,
  wanted: z.enum(changesWanted),
  why: z.enum(unknownRefusals),
});
