import { DomainError } from '../domain-error.ts';
import type { ContactRequestId, DeliveryId, PersonId, ProviderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Language } from '../language.ts';
import type { Provider } from '../providers/provider.ts';
import type { Delivery, Recipient } from './contact-delivery.ts';
import type { ContactDetails } from './contact-details.ts';

/** The maximum number of providers per request. */
export const maxProvidersPerRequest = 5;

/** A contact request as sent to one or more providers; stored as the requester's record. */
export interface ContactRequest {
  readonly id: ContactRequestId;
  /** What people quote, such as `PD-7F3K-9Q2M`. */
  readonly reference: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  /** The language of the requester, and so of their copy. */
  readonly language: Language;
  readonly details: ContactDetails;
  /**
   * The requester's address in their Teams profile, which providers' replies go to; absent if it was not known, or the
   * request is older than this field.
   */
  readonly profileAddress?: string;
  readonly deliveries: readonly Delivery[];
}

/**
 * A request with all e-mails due immediately: one to each provider, and a copy to the requester's profile address.
 * @param sendsCopy whether requesters get a copy; never without a profile address
 * @param newDeliveryId called once per e-mail
 */
export function newContactRequest(
  request: Omit<ContactRequest, 'deliveries'>,
  { providers, sendsCopy }: { readonly providers: readonly Provider[]; readonly sendsCopy: boolean },
  newDeliveryId: () => DeliveryId,
): ContactRequest {
  const { contactName } = request.details;
  const copyTo = sendsCopy ? request.profileAddress : undefined;
  const recipients: Recipient[] = [
    ...providers.map(({ id, name, email }): Recipient => ({ kind: 'provider', provider: id, name, email })),
    ...(copyTo === undefined ? [] : [{ kind: 'requester', name: contactName, email: copyTo } as const]),
  ];
  const deliveries = recipients.map((recipient): Delivery => {
    const state = { kind: 'waiting', attempts: 0, nextAttemptAt: request.requestedAt } as const;
    return { id: newDeliveryId(), recipient, state };
  });
  return { ...request, deliveries };
}

/** The providers of a request, in the order of choice. */
export function providersOf(request: ContactRequest): ProviderId[] {
  return request.deliveries.flatMap(({ recipient }) =>
    recipient.kind === 'provider' ? [recipient.provider] : [],
  );
}

/** Their names at the time of the request. */
export function providerNamesOf(request: ContactRequest): string[] {
  return request.deliveries.flatMap(({ recipient }) =>
    recipient.kind === 'provider' ? [recipient.name] : [],
  );
}

/**
 * @returns the distinct ids
 * @throws DomainError('no-provider-chosen' or 'too-many-providers')
 */
export function chosenProviders<Id>(ids: readonly Id[]): Id[] {
  const chosen = [...new Set(ids)];
  if (chosen.length === 0) throw new DomainError('no-provider-chosen', {});
  if (chosen.length > maxProvidersPerRequest) {
    throw new DomainError('too-many-providers', { max: maxProvidersPerRequest, chosen: chosen.length });
  }
  return chosen;
}

/** The request with one delivery replaced. */
export function withDelivery(request: ContactRequest, delivery: Delivery): ContactRequest {
  const deliveries = request.deliveries.map((known) => (known.id === delivery.id ? delivery : known));
  return { ...request, deliveries };
}
