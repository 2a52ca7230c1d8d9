import type { Actor } from '../../domain/actor.ts';
import type { Delivery } from '../../domain/contact/contact-delivery.ts';
import type { ContactDetails } from '../../domain/contact/contact-details.ts';
import { readContactForm, type ContactForm } from '../../domain/contact/contact-form.ts';
import {
  checkContactLimits,
  personSlot,
  tenantSlot,
  withSentContact,
  type ContactLimits,
  type SentContacts,
} from '../../domain/contact/contact-limits.ts';
import {
  chosenProviders,
  newContactRequest,
  providersOf,
  type ContactRequest,
} from '../../domain/contact/contact-request.ts';
import type { Person } from '../../domain/contact/person.ts';
import {
  fingerprintOf,
  sortOut,
  stillRecent,
  type RecentContact,
} from '../../domain/contact/recent-contacts.ts';
import { referenceBytes, referenceFrom } from '../../domain/contact/reference.ts';
import { DomainError } from '../../domain/domain-error.ts';
import {
  contactRequestId,
  deliveryId,
  type ContactRequestId,
  type ProviderId,
} from '../../domain/identifiers.ts';
import type { Language } from '../../domain/language.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import { insert, update, upsert } from '../ports/changes.ts';
import type { Clock, NewId, RandomBytes } from '../ports/clock.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import type { MailQueue } from './mail-queue.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
  readonly delivery: Pick<MailQueue, 'deliverNow'>;
  readonly contactLimits: ContactLimits;
  /** Whether requesters get a copy. */
  readonly sendsCopies: boolean;
}

export interface ContactOrder {
  readonly providers: readonly ProviderId[];
  readonly form: ContactForm;
  /** The language of the person, for their copy. */
  readonly language: Language;
  /** Reads the address in the person's Teams profile; undefined if it has none, or cannot be read. Never throws. */
  readonly profileAddress: () => Promise<string | undefined>;
}

export interface ContactReceipt {
  readonly request: ContactRequest;
  /**
   * The same answers went to these providers within the last minute: `request` is that earlier one, and nothing was
   * sent.
   */
  readonly alreadySent: boolean;
}

/** How long the person waits to see the e-mails sent rather than pending; milliseconds. */
const timeout = 2000;

/** The one record of its kind in a tenant. */
const tenantContactsId = 'sent';

/**
 * Stores a request to be contacted, and starts sending it. A provider that got the same answers from the same person
 * within the last minute gets nothing again. Limits are counted from what is stored, in the commit that stores the
 * request, so that neither a restart nor many presses at once exceed them.
 * @returns the request, with the state of its e-mails after two seconds at most; the rest is sent in the background
 * @throws DomainError('no-provider-chosen', 'too-many-providers', 'contact-form-invalid', 'provider-not-found',
 *   'contact-limit-reached', 'directory-unavailable' or 'store-unavailable'); nothing was stored or sent then
 */
export async function sendContactRequest(
  ports: Ports,
  actor: Actor,
  order: ContactOrder,
): Promise<ContactReceipt> {
  const ids = chosenProviders(order.providers);
  const details = readContactForm(order.form);
  const providers = await ports.directory.find(ids);
  if (providers.length < ids.length) throw new DomainError('provider-not-found', {});

  const profileAddress = await order.profileAddress();
  const checked = { providers, details, language: order.language, profileAddress };
  const receipt = await retryOnConflict(() => storeRequest(ports, actor, checked));
  if (receipt.alreadySent) return receipt;
  await ports.delivery.deliverNow(actor.tenant, receipt.request, timeout);
  return { ...receipt, request: await latest(ports.store, actor, receipt.request) };
}

interface Checked {
  readonly providers: readonly Provider[];
  readonly details: ContactDetails;
  readonly language: Language;
  readonly profileAddress: string | undefined;
}

async function storeRequest(
  ports: Ports,
  actor: Actor,
  { providers, details, language, profileAddress }: Checked,
): Promise<ContactReceipt> {
  const { store, clock, newId, randomBytes, contactLimits, sendsCopies } = ports;
  const now = clock.now();
  const person = await store.get(actor.tenant, 'person', actor.person);
  const recent = stillRecent(person?.value.recentContacts, now);
  const { unsent, earlier } = sortOut(recent, providers, details);
  if (unsent.length === 0 && earlier !== undefined) {
    await storeRedated(store, actor, person, recent);
    return { request: await earlierRequest(store, actor, earlier), alreadySent: true };
  }

  const tenant = await store.get(actor.tenant, 'tenantContacts', tenantContactsId);
  const sent = { person: person?.value.sentContacts ?? [], tenant: tenant?.value.sent ?? [] };
  const added = { emails: unsent.length, now };
  checkContactLimits(contactLimits, sent, added);

  const request = newContactRequest(
    {
      id: contactRequestId(newId()),
      reference: referenceFrom(randomBytes(referenceBytes)),
      requestedBy: actor.person,
      requestedAt: now,
      language,
      details,
      ...(profileAddress !== undefined && { profileAddress }),
    },
    { providers: unsent, sendsCopy: sendsCopies },
    () => deliveryId(newId()),
  );
  const sentContacts = withSentContact(sent.person, added, personSlot);
  const tenantContacts = { sent: withSentContact(sent.tenant, added, tenantSlot) };
  await store.commit(actor.tenant, [
    insert('contactRequest', request.id, request),
    ...request.deliveries.map((delivery) => insertPending(request, delivery)),
    ...(await contactedChanges(store, actor, request)),
    personChange(actor, person, request, { recent, sentContacts }),
    upsert('tenantContacts', tenantContactsId, tenantContacts, tenant),
    auditRequest(actor, request),
  ]);
  return { request, alreadySent: false };
}

/** Stores dates corrected after the clock went back, so that each contact counts for its minute and no longer. */
async function storeRedated(
  store: Store,
  { tenant }: Actor,
  person: Versioned<Person> | undefined,
  recent: readonly RecentContact[],
): Promise<void> {
  const known = new Set(person?.value.recentContacts);
  if (person === undefined || recent.every((contact) => known.has(contact))) return;
  await store.commit(tenant, [update('person', person, { ...person.value, recentContacts: recent })]);
}

async function earlierRequest(store: Store, actor: Actor, id: ContactRequestId): Promise<ContactRequest> {
  const request = await store.get(actor.tenant, 'contactRequest', id);
  if (request === undefined) throw new Error(`contact request ${id} was just sent and is not in the store`);
  return request.value;
}

function insertPending(request: ContactRequest, { id }: Delivery): Change {
  const value = { request: request.id, delivery: id, nextAttemptAt: request.requestedAt };
  return insert('pendingDelivery', id, value);
}

async function contactedChanges(store: Store, actor: Actor, request: ContactRequest): Promise<Change[]> {
  const value = { firstAt: request.requestedAt };
  const changes = providersOf(request).map(async (id): Promise<Change[]> => {
    const known = await store.get(actor.tenant, 'contactedProvider', id);
    return known === undefined ? [insert('contactedProvider', id, value)] : [];
  });
  return (await Promise.all(changes)).flat();
}

function personChange(
  actor: Actor,
  person: Versioned<Person> | undefined,
  request: ContactRequest,
  {
    recent,
    sentContacts,
  }: { readonly recent: readonly RecentContact[]; readonly sentContacts: readonly SentContacts[] },
): Change {
  const { needs, ...lastContactDetails } = request.details;
  const sent = providersOf(request).map((provider) => ({
    fingerprint: fingerprintOf(provider, request.details),
    request: request.id,
    at: request.requestedAt,
  }));
  const recentContacts = [...recent, ...sent];
  const value = { ...person?.value, id: actor.person, lastContactDetails, recentContacts, sentContacts };
  return upsert('person', actor.person, value, person);
}

function auditRequest(actor: Actor, request: ContactRequest): Change {
  return {
    type: 'append',
    kind: 'audit',
    value: {
      at: request.requestedAt,
      by: { person: actor.person, name: actor.name },
      event: {
        kind: 'contactRequested',
        request: request.id,
        reference: request.reference,
        providers: providersOf(request),
      },
    },
  };
}

async function latest(store: Store, actor: Actor, request: ContactRequest): Promise<ContactRequest> {
  // The request is stored already: a failing read must not tell the person that nothing was sent.
  const current = await store.get(actor.tenant, 'contactRequest', request.id).catch(() => undefined);
  return current?.value ?? request;
}
