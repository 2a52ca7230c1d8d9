import { z } from 'zod';
import type {
  ContactedProvider,
  Entries,
  EntryKind,
  PendingDelivery,
  RecordKind,
  Records,
  TenantContacts,
} from '../../../application/ports/records.ts';
import type { Delivery, DeliveryState, Recipient } from '../../../domain/contact/contact-delivery.ts';
import type { ContactDetails } from '../../../domain/contact/contact-details.ts';
import type { SentContacts } from '../../../domain/contact/contact-limits.ts';
import type { ContactRequest } from '../../../domain/contact/contact-request.ts';
import type { Person } from '../../../domain/contact/person.ts';
import type { RecentContact } from '../../../domain/contact/recent-contacts.ts';
import {
  impersonalActors,
  type AuditEntry,
  type AuditEvent,
  type MailboxActor,
} from '../../../domain/history/audit-entry.ts';
import type { RecentRefusals } from '../../../domain/history/recent-refusals.ts';
import { contactRequestId, deliveryId, providerId } from '../../../domain/identifiers.ts';
import { languages } from '../../../domain/language.ts';
import { organizationSizes } from '../../../domain/providers/organization-size.ts';
import { timeZoneNamed } from '../../../domain/time-zone.ts';
import { instant, namedPerson, person, text } from './common-schemas.ts';
import { byKind, exactly } from './exact-schema.ts';
import { historyEventSchemas, historyExportSchema } from './history-export-schemas.ts';
import { invitationEventSchemas } from './invitations/invitation-event-schemas.ts';
import { invitationSchemas } from './invitations/invitation-schemas.ts';
import { unknownRefusedSchema, partnerEventSchemas } from './partner-event-schemas.ts';
import { mailboxSchemas } from './mailbox-schemas.ts';
import { postSchemas } from './post-schemas.ts';
import { relationshipSchema } from './relationship-schema.ts';
import { reviewEventSchemas, reviewSchemas } from './review-schemas.ts';
import { subscriptionEventSchemas } from './subscription-event-schemas.ts';
import { tenantEventSchemas, tenantSchemas } from './tenant-schemas.ts';

const request = text.transform(contactRequestId);
const delivery = text.transform(deliveryId);

const contactDetails = {
  organizationName: text,
  country: text,
  city: text,
  contactName: text,
  email: text,
  phone: text.optional(),
  preferredLanguage: z.enum(languages),
  organizationSize: z.enum(organizationSizes),
  industry: text.optional(),
  products: text.optional(),
};

const sentContacts = z.array(
  exactly<SentContacts>({ at: instant, requests: z.int().nonnegative(), emails: z.int().nonnegative() }),
);

const deliveryState = byKind<DeliveryState>({
  waiting: exactly({ kind: z.literal('waiting'), attempts: z.int().nonnegative(), nextAttemptAt: instant }),
  sent: exactly({ kind: z.literal('sent'), at: instant }),
  givenUp: exactly({ kind: z.literal('givenUp'), at: instant }),
});

const recipient = byKind<Recipient>({
  provider: exactly({
    kind: z.literal('provider'),
    provider: text.transform(providerId),
    name: text,
    email: text,
  }),
  requester: exactly({ kind: z.literal('requester'), name: text, email: text }),
});

const auditEvent = byKind<AuditEvent>({
  contactRequested: exactly({
    kind: z.literal('contactRequested'),
    request: text,
    reference: text,
    providers: z.array(text),
  }),
  contactGivenUp: exactly({
    kind: z.literal('contactGivenUp'),
    request: text,
    reference: text,
    recipients: z.array(text),
  }),
  ...invitationEventSchemas,
  ...partnerEventSchemas,
  unknownRefused: unknownRefusedSchema,
  ...reviewEventSchemas,
  ...subscriptionEventSchemas,
  ...tenantEventSchemas,
  ...historyEventSchemas,
});

/** Schemas of the records, by kind. */
export const recordSchemas: { readonly [Kind in RecordKind]: z.ZodType<Records[Kind]> } = {
  person: exactly<Person>({
    id: person,
    language: z.enum(languages).optional(),
    timeZone: text.transform(timeZoneNamed).optional(),
    lastContactDetails: exactly<Omit<ContactDetails, 'needs'>>(contactDetails).optional(),
    recentContacts: z.array(exactly<RecentContact>({ fingerprint: text, request, at: instant })).optional(),
    sentContacts: sentContacts.optional(),
  }),
  contactRequest: exactly<ContactRequest>({
    id: request,
    reference: text,
    requestedBy: person,
    requestedAt: instant,
    language: z.enum(languages),
    details: exactly<ContactDetails>({ ...contactDetails, needs: text }),
    profileAddress: text.optional(),
    deliveries: z.array(exactly<Delivery>({ id: delivery, recipient, state: deliveryState })),
  }),
  pendingDelivery: exactly<PendingDelivery>({ request, delivery, nextAttemptAt: instant }),
  ...postSchemas,
  ...invitationSchemas,
  relationship: relationshipSchema,
  ...reviewSchemas,
  ...tenantSchemas,
  ...mailboxSchemas,
  contactedProvider: exactly<ContactedProvider>({ firstAt: instant }),
  tenantContacts: exactly<TenantContacts>({ sent: sentContacts }),
  recentRefusals: exactly<RecentRefusals>({ since: instant, refused: z.array(text) }),
  historyExport: historyExportSchema,
};

/** Schemas of the entries, by kind. */
export const entrySchemas: { readonly [Kind in EntryKind]: z.ZodType<Entries[Kind]> } = {
  audit: exactly<AuditEntry>({
    at: instant,
    by: z.union([z.enum(impersonalActors), namedPerson, exactly<MailboxActor>({ mailbox: text })]),
    event: auditEvent,
  }),
};
