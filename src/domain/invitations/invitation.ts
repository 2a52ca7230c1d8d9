import { guid } from '../guid.ts';
import { providerId, type InvitationId, type PersonId, type ProviderId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import { oneLine, severalLines } from '../plain-text.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import type { Claim } from './claim.ts';
import { includesDelegatedAdmin, type DelegatedAdmin } from './delegated-admin.ts';
import type { InvitationStatus } from './invitation-status.ts';
import type { MailOrigin } from './message/mail-origin.ts';

/** The kinds of `InvitationOrigin`. */
export const originKinds = ['posted', 'pasted', 'message', 'file', 'mailbox'] as const;

export type OriginKind = (typeof originKinds)[number];

/**
 * How an invitation came in: submitted to the intake under the submitter's own id, pasted into a chat, by message
 * action, as the file of a mail, or as a mail to the mailbox that the desk reads.
 */
export type InvitationOrigin =
  | { readonly kind: 'posted'; readonly postedId: string }
  | { readonly kind: 'pasted'; readonly by: NamedPerson }
  | { readonly kind: 'message'; readonly by: NamedPerson }
  | { readonly kind: 'file'; readonly by: NamedPerson }
  | { readonly kind: 'mailbox'; readonly address: string };

/** The inviting partner. Its name and domain are untrusted: escape them for display. */
export interface InvitingPartner {
  /** The id of its tenant. */
  readonly id: ProviderId;
  /** Whether the id is a guess: that the second half of a granular request's id is its partner is undocumented. */
  readonly idIsGuess: boolean;
  readonly name?: Stated<string>;
  readonly domain?: Stated<string>;
}

/** The distributor behind an indirect reseller: its tenant, if the link names it, and its name, as a message says. */
export interface IndirectProvider {
  readonly id?: ProviderId;
  readonly name?: Stated<string>;
}

/** What a partner offers, as far as known. */
export interface Offer {
  readonly partner: InvitingPartner;
  readonly function: SolutionProviderFunction;
  readonly delegatedAdmin: DelegatedAdmin;
  readonly indirectProvider?: IndirectProvider;
  /** The sentence of a mail that says until when it is to be answered; untrusted. */
  readonly deadline?: string;
  /** The partner's message; untrusted. */
  readonly message?: string;
  readonly link?: string;
  /** The services that rewrote the link before it came, such as mail filters, outermost first. Absent: none. */
  readonly wrappedBy?: readonly string[];
  /** The mail that it came in, as far as the desk saw it. */
  readonly mail?: MailOrigin;
}

/** An offer with its expiry, if the partner set one. */
export interface DatedOffer extends Offer {
  readonly expiresAt?: Instant;
}

/**
 * A received offer and its status. While it is pending, further sources may add to what is asked; see `withClaim`. Else
 * everything but `status` is immutable.
 */
export interface Invitation extends Offer {
  readonly id: InvitationId;
  readonly origin: InvitationOrigin;
  readonly receivedAt: Instant;
  /** When it expires: from then on it can no longer be decided. */
  readonly lapsesAt: Instant;
  readonly status: InvitationStatus;
  /** What each source says; all of it together is the offer. Absent: all is from the origin. */
  readonly claims?: readonly Claim[];
  /** Who added to the claims while being no administrator, once for each time. Absent: nobody, or not counted then. */
  readonly claimsAddedBy?: readonly (PersonId | 'mailbox')[];
}

/** An invitation with a certain status. */
export type InvitationThatIs<Kind extends InvitationStatus['kind']> = Invitation & {
  readonly status: Extract<InvitationStatus, { readonly kind: Kind }>;
};

/** Unanswered requests for granular delegated administration expire at Microsoft after this time; milliseconds. */
const maxPendingTime = 90 * day;

/**
 * Normalizes an offer for storage and comparison: cleans its texts, and lowercases the partner's id, so that no partner
 * is stored twice.
 * @throws Error if function and delegated administration contradict each other; the caller should have refused the
 * offer
 */
export function tidyOffer({ partner, message, ...offer }: DatedOffer): DatedOffer {
  if (includesDelegatedAdmin(offer.function) !== (offer.delegatedAdmin.kind !== 'none')) {
    throw new Error(
      `${offer.function} does not go with ${offer.delegatedAdmin.kind} delegated administration`,
    );
  }
  const { id, idIsGuess, name, domain } = partner;
  return {
    ...offer,
    partner: {
      id: guid.test(id) ? providerId(id.toLowerCase()) : id,
      idIsGuess,
      ...(name && { name: { ...name, value: oneLine(name.value) } }),
      ...(domain && { domain: { ...domain, value: oneLine(domain.value) } }),
    },
    ...(message !== undefined && { message: severalLines(message) }),
  };
}

/** Whether an invitation expires when its submitter said, rather than when this desk stops keeping it. */
export function hasOwnExpiry({ receivedAt, lapsesAt }: Pick<Invitation, 'receivedAt' | 'lapsesAt'>): boolean {
  return lapsesAt < later(receivedAt, maxPendingTime);
}

/** A pending invitation for a tidied offer. */
export function newInvitation(
  { expiresAt, ...offer }: DatedOffer,
  received: Pick<Invitation, 'id' | 'origin' | 'receivedAt' | 'claims'>,
): InvitationThatIs<'pending'> {
  const latest = later(received.receivedAt, maxPendingTime);
  const lapsesAt = expiresAt !== undefined && expiresAt < latest ? expiresAt : latest;
  return { ...offer, ...received, lapsesAt, status: { kind: 'pending' } };
}
