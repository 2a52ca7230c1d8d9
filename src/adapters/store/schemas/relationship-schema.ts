import { z } from 'zod';
import { reminderDays } from '../../../domain/notifications/reminder-days.ts';
import type {
  DelegatedAdminAccess,
  DelegatedAdminGrant,
  GranularGrant,
} from '../../../domain/partners/delegated-admin-access.ts';
import type { AuthorizedFunction, PartnerRelationship } from '../../../domain/partners/relationship.ts';
import { instant, namedPerson, text } from './common-schemas.ts';
import { byKind, exactly, type OfKind } from './exact-schema.ts';
import { agreement, effect, settings } from './invitations/decision-schemas.ts';
import { invitation, partner, partnerFunction } from './invitations/offer-schemas.ts';

const notKnown = z.literal('notKnown');

const grant = byKind<DelegatedAdminGrant>({
  classic: exactly({ kind: z.literal('classic'), invitation, since: instant }),
  granular: exactly<GranularGrant>({
    kind: z.literal('granular'),
    invitation,
    since: instant,
    roles: z.union([notKnown, z.array(text)]),
    unrecognisedRoles: z.array(text).optional(),
    until: z.union([notKnown, instant]),
    autoExtends: z.union([notKnown, z.boolean()]),
    reminded: exactly({ end: instant, days: z.literal(reminderDays) }).optional(),
  }),
});

const delegatedAdmin = byKind<DelegatedAdminAccess>({
  none: exactly({ kind: z.literal('none') }),
  active: exactly({ kind: z.literal('active'), grants: z.array(grant) }),
  ended: exactly({ kind: z.literal('ended'), at: instant, grants: z.array(grant) }),
  removed: exactly<OfKind<DelegatedAdminAccess, 'removed'>>({
    kind: z.literal('removed'),
    by: namedPerson,
    at: instant,
    reason: text.optional(),
    effect,
    grants: z.array(grant),
  }),
});

const authorizedFunction = exactly<AuthorizedFunction>({
  function: partnerFunction,
  since: instant,
  invitation,
  authorizedBy: namedPerson,
  agreement,
  settings,
  effect,
});

/** Schema of the record of a relationship. */
export const relationshipSchema = exactly<PartnerRelationship>({
  partner,
  functions: z.array(authorizedFunction),
  delegatedAdmin,
  reviewedAt: instant.optional(),
});
