import { z } from 'zod';
import { contactRequestId, deliveryId, subscriberId } from '../../../domain/identifiers.ts';
import { languages } from '../../../domain/language.ts';
import type { Addressees, Announcement, Subject } from '../../../domain/notifications/announcement.ts';
import type { PendingPost, PostedCard } from '../../../domain/notifications/post.ts';
import { postPriorities } from '../../../domain/notifications/post-priority.ts';
import { awaitedReminderDays, reminderDays } from '../../../domain/notifications/reminder-days.ts';
import {
  subscriberStates,
  type Audience,
  type Subscriber,
} from '../../../domain/notifications/subscriber.ts';
import { instant, person, text } from './common-schemas.ts';
import { byKind, exactly, type OfKind } from './exact-schema.ts';
import { invitation, partnerId } from './invitations/offer-schemas.ts';
import { review } from './review-schemas.ts';

const subscriber = text.transform(subscriberId);

const priority = z.enum(postPriorities);

const subject = byKind<Subject>({
  invitation: exactly({ kind: z.literal('invitation'), invitation }),
  contactGivenUp: exactly({
    kind: z.literal('contactGivenUp'),
    request: text.transform(contactRequestId),
    delivery: text.transform(deliveryId),
  }),
  reviewDue: exactly({ kind: z.literal('reviewDue'), review, askedAt: instant }),
  removal: exactly<OfKind<Subject, 'removal'>>({
    kind: z.literal('removal'),
    partner: partnerId,
    invitation: invitation.optional(),
    at: instant.optional(),
  }),
  tenantListed: exactly({ kind: z.literal('tenantListed'), at: instant }),
  tenantAlert: exactly({ kind: z.literal('tenantAlert'), alert: text }),
  tenantAlerts: exactly({ kind: z.literal('tenantAlerts'), at: instant }),
  mailboxFull: exactly({ kind: z.literal('mailboxFull'), since: instant }),
  stillAwaited: exactly<OfKind<Subject, 'stillAwaited'>>({
    kind: z.literal('stillAwaited'),
    partner: partnerId,
    invitation: invitation.optional(),
    since: instant,
    days: z.literal(awaitedReminderDays),
  }),
  accessEnding: exactly({
    kind: z.literal('accessEnding'),
    partner: partnerId,
    invitation,
    end: instant,
    days: z.literal(reminderDays),
  }),
  accessEnded: exactly({ kind: z.literal('accessEnded'), partner: partnerId, invitation, end: instant }),
});

const addressees = byKind<Addressees>({
  everyone: exactly<OfKind<Addressees, 'everyone'>>({
    kind: z.literal('everyone'),
    except: subscriber.optional(),
  }),
  holders: exactly<OfKind<Addressees, 'holders'>>({
    kind: z.literal('holders'),
    except: person.optional(),
    isQuiet: z.literal(true).optional(),
  }),
  one: exactly({ kind: z.literal('one'), subscriber }),
});

const audience = byKind<Audience>({
  person: exactly({ kind: z.literal('person'), person }),
  group: exactly({ kind: z.literal('group'), conversation: text }),
});

/** Schemas of the records of posts and subscribers, by kind. */
export const postSchemas = {
  subscriber: exactly<Subscriber>({
    id: subscriber,
    audience,
    reference: z.record(text, z.unknown()),
    language: z.enum(languages),
    state: z.enum(subscriberStates),
    isTold: z.boolean(),
  }),
  announcement: exactly<Announcement>({
    subject,
    to: addressees,
    at: instant,
    priority: priority.optional(),
    reached: subscriber.optional(),
  }),
  pendingPost: exactly<PendingPost>({
    subject,
    subscriber,
    since: instant,
    priority: priority.optional(),
    isQuiet: z.boolean(),
    owesMessage: z.boolean(),
  }),
  postedCard: exactly<PostedCard>({ message: text, revision: text }),
};
