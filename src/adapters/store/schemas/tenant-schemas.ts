import { z } from 'zod';
import {
  decidedKinds,
  tenantChangesWanted,
  tenantRefusals,
  type TenantEvent,
} from '../../../domain/history/tenant-event.ts';
import { awaitedReminderDays } from '../../../domain/notifications/reminder-days.ts';
import type { AwaitedDecision, AwaitedEffect } from '../../../domain/tenant/awaited-effect.ts';
import type { InboundTrust, TenantName } from '../../../domain/tenant/observation.ts';
import type {
  AuditedChange,
  PartnerActivity,
  PartnerSignIn,
} from '../../../domain/tenant/partner-activity.ts';
import {
  tenantChangeKinds,
  type TenantAlert,
  type TenantChange,
} from '../../../domain/tenant/tenant-alert.ts';
import { readFailures, type ReadOutcome, type ReadOutcomes } from '../../../domain/tenant/tenant-reads.ts';
import type {
  CountedReads,
  SeenPartner,
  TenantSnapshot,
  TenantWatch,
} from '../../../domain/tenant/tenant-snapshot.ts';
import { instant, namedPerson, text } from './common-schemas.ts';
import { byKind, exactly, type OfKind } from './exact-schema.ts';
import { invitation, partnerId } from './invitations/offer-schemas.ts';

const roles = z.array(text);
const rolesOrNotKnown = z.union([z.literal('notKnown'), roles]);
const name = exactly<TenantName>({ name: text, domain: text.optional() });
const trust = exactly<InboundTrust>({
  acceptsMfa: z.boolean(),
  acceptsCompliantDevice: z.boolean(),
  acceptsHybridJoinedDevice: z.boolean(),
});

const read = exactly<ReadOutcome>({
  at: instant,
  outcome: z.enum(['read', ...readFailures]),
  lastReadAt: instant.optional(),
});

const countedReads = exactly<CountedReads>({
  reads: z.int().positive(),
  since: instant,
  countedAt: instant,
});

const seenPartner = exactly<SeenPartner>({
  id: partnerId,
  name: name.optional(),
  isProvider: z.boolean(),
  trust: trust.optional(),
  allowedRoles: rolesOrNotKnown,
  heldRoles: rolesOrNotKnown,
  sells: z.union([z.literal('notKnown'), z.boolean()]),
  firstSeenAt: instant,
  lastSeenAt: instant,
  absent: countedReads.optional(),
  roleless: countedReads.optional(),
});

const change = byKind<TenantChange>({
  accessGained: exactly({ kind: z.literal('accessGained'), roles: rolesOrNotKnown }),
  accessReturned: exactly({ kind: z.literal('accessReturned'), roles: rolesOrNotKnown }),
  accessGrown: exactly({ kind: z.literal('accessGrown'), more: roles }),
  otherRolesApproved: exactly({ kind: z.literal('otherRolesApproved'), more: roles, missing: roles }),
  accessGone: exactly({ kind: z.literal('accessGone'), roles: rolesOrNotKnown }),
  trustChanged: exactly({ kind: z.literal('trustChanged'), before: trust, after: trust }),
  signInAfterSilence: exactly({
    kind: z.literal('signInAfterSilence'),
    signedInAt: instant,
    since: instant,
  }),
});

const awaitedDecision = byKind<AwaitedDecision>({
  authorization: exactly({ kind: z.literal('authorization'), invitation, partner: partnerId }),
  removal: exactly({ kind: z.literal('removal'), partner: partnerId }),
});

/** Schemas of the records of what a tenant shows, by kind. */
export const tenantSchemas = {
  tenantSnapshot: exactly<TenantSnapshot>({
    partners: z.array(seenPartner),
    reads: exactly<ReadOutcomes>({
      providers: read.optional(),
      roles: read.optional(),
      allowedRoles: read.optional(),
      subscriptions: read.optional(),
      audits: read.optional(),
      signIns: read.optional(),
    }),
    firstCompleteAt: instant.optional(),
    lastCompleteAt: instant.optional(),
  }),
  tenantWatch: exactly<TenantWatch>({
    lastReadAt: instant,
    nextReadAt: instant,
    failures: z.int().nonnegative(),
  }),
  tenantAlert: exactly<TenantAlert>({
    id: text,
    partner: partnerId,
    name: name.optional(),
    at: instant,
    change,
    expected: exactly<NonNullable<TenantAlert['expected']>>({
      by: namedPerson,
      at: instant,
      note: text.optional(),
    }).optional(),
  }),
  awaitedEffect: exactly<AwaitedEffect>({
    of: awaitedDecision,
    since: instant,
    reminded: z.literal(awaitedReminderDays).optional(),
  }),
  partnerActivity: exactly<PartnerActivity>({
    partner: partnerId,
    signInsSince: instant.optional(),
    lastSignInAt: instant.optional(),
    signIns: z.array(
      exactly<Omit<PartnerSignIn, 'partner'>>({ at: instant, application: text, succeeded: z.boolean() }),
    ),
    changesSince: instant.optional(),
    changes: z.array(
      exactly<Omit<AuditedChange, 'partner'>>({
        at: instant,
        activity: text,
        by: text,
        correlationId: text,
        relation: z.enum(['by', 'about']),
      }),
    ),
  }),
};

const about = { partner: partnerId };

/** Schemas of the entries about what a tenant shows, by kind. */
export const tenantEventSchemas = {
  tenantFirstRead: exactly({ kind: z.literal('tenantFirstRead'), seen: z.int().nonnegative() }),
  tenantAlertRaised: exactly({
    ...about,
    kind: z.literal('tenantAlertRaised'),
    alert: text,
    change: z.enum(tenantChangeKinds),
    roles,
  }),
  tenantAlertExpected: exactly<OfKind<TenantEvent, 'tenantAlertExpected'>>({
    ...about,
    kind: z.literal('tenantAlertExpected'),
    alert: text,
    change: z.enum(tenantChangeKinds),
    note: text.optional(),
  }),
  doneAtMicrosoft: exactly<OfKind<TenantEvent, 'doneAtMicrosoft'>>({
    ...about,
    kind: z.literal('doneAtMicrosoft'),
    decided: z.enum(decidedKinds),
    invitation: invitation.optional(),
  }),
  completionAudited: exactly<OfKind<TenantEvent, 'completionAudited'>>({
    ...about,
    kind: z.literal('completionAudited'),
    decided: z.enum(decidedKinds),
    invitation: invitation.optional(),
    completedBy: text,
    activity: text,
    completedAt: instant,
    correlationId: text,
  }),
  tenantChangeRefused: exactly({
    ...about,
    kind: z.literal('tenantChangeRefused'),
    wanted: z.enum(tenantChangesWanted),
    why: z.enum(tenantRefusals),
  }),
};
