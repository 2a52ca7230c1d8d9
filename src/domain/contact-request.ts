import type { ContactRequestId, DeliveryId, PersonId, ProviderId } from './identifiers.ts';
import type { Instant } from './instant.ts';
import type { Language } from './language.ts';
import type { OrganizationSize } from './organization-size.ts';

/** What an administrator tells the providers that it contacts. Trimmed; `phone`, `industry` and `products` may be left out. */
export interface ContactDetails {
  readonly organizationName: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone?: string;
  /** The language that the providers should answer in. */
  readonly preferredLanguage: Language;
  readonly organizationSize: OrganizationSize;
  readonly industry?: string;
  readonly products?: string;
  readonly needs: string;
}

/** To whom a letter of a contact request goes: each provider, and a copy to the person who asked. */
export type Recipient =
  | {
      readonly kind: 'provider';
      readonly provider: ProviderId;
      readonly name: string;
      readonly email: string;
    }
  | { readonly kind: 'requester'; readonly name: string; readonly email: string };

/** How far one letter has come. `givenUp`: a day of attempts failed, or its mail server said that it never will be taken. */
export type DeliveryState =
  | { readonly kind: 'waiting'; readonly attempts: number; readonly nextAttemptAt: Instant }
  | { readonly kind: 'sent'; readonly at: Instant }
  | { readonly kind: 'givenUp'; readonly at: Instant };

/** One letter to one recipient. Its id makes its Message-ID, so that a letter sent again is known as the same. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly recipient: Recipient;
  readonly state: DeliveryState;
}

/** A request to be contacted, as it was sent to one or several providers; kept as the requester's record. */
export interface ContactRequest {
  readonly id: ContactRequestId;
  /** What people quote, such as `PD-7F3K-9Q2M`. */
  readonly reference: string;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  /** The language of the requester, in which the copy is written. */
  readonly language: Language;
  readonly details: ContactDetails;
  readonly deliveries: readonly Delivery[];
}
