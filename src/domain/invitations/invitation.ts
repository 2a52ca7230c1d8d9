import { guid } from '../guid.ts';
import { providerId, type InvitationId, type ProviderId } from '../identifiers.ts';
import { day, later, type Instant } from '../instant.ts';
import type { NamedPerson } from '../named-person.ts';
import { oneLine, severalLines } from '../plain-text.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import { includesDelegatedAdmin, type DelegatedAdmin } from './delegated-admin.ts';
import type { InvitationStatus } from './invitation-status.ts';

/** The kinds of `InvitationOrigin`. */
export const originKinds = ['posted', 'pasted', 'message'] as const;

export type OriginKind = (typeof originKinds)[number];

/** How an invitation came in: posted to the intake, under the poster's own id; pasted into a chat; or by the message action. */
export type InvitationOrigin =
  | { readonly kind: 'posted'; readonly postedId: string }
  | { readonly kind: 'pasted'; readonly by: NamedPerson }
  | { readonly kind: 'message'; readonly by: NamedPerson };

/** Who invites. The name and the domain are text from outside: escape them where they are shown. */
export interface InvitingPartner {
  /** The id of its tenant. */
  readonly id: ProviderId;
  /** Whether the id is but a guess: nobody documents that the second half of a granular request's id is its partner. */
  readonly idIsGuess: boolean;
  readonly name?: Stated<string>;
  readonly domain?: Stated<string>;
}

/** What a partner offers, as far as it is known. */
export interface Offer {
  readonly partner: InvitingPartner;
  readonly function: SolutionProviderFunction;
  readonly delegatedAdmin: DelegatedAdmin;
  /** What the partner writes; text from outside. */
  readonly message?: string;
  readonly link?: string;
}

/** An offer together with the moment that the partner lets it lapse, where it names one. */
export interface DatedOffer extends Offer {
  readonly expiresAt?: Instant;
}

/** An offer that the desk received, and what became of it. Nothing in it but `status` ever changes. */
export interface Invitation extends Offer {
  readonly id: InvitationId;
  readonly origin: InvitationOrigin;
  readonly receivedAt: Instant;
  /** From this moment on nobody can decide it any more. */
  readonly lapsesAt: Instant;
  readonly status: InvitationStatus;
}

/** An invitation that has come to a certain status. */
export type InvitationThatIs<Kind extends InvitationStatus['kind']> = Invitation & {
  readonly status: Extract<InvitationStatus, { readonly kind: Kind }>;
};

/** Microsoft lets an unanswered request for granular delegated administration expire after this long; milliseconds. */
const maxPendingTime = 90 * day;

/**
 * The same offer in the form in which it is kept and compared: nothing invisible in its texts, and a partner's id in lower
 * case, so that one partner never is two.
 * @throws Error where function and delegated administration contradict each other; whatever read the offer had to refuse it
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

/** An invitation that waits to be decided, made of a tidied offer. */
export function newInvitation(
  { expiresAt, ...offer }: DatedOffer,
  received: Pick<Invitation, 'id' | 'origin' | 'receivedAt'>,
): InvitationThatIs<'pending'> {
  const latest = later(received.receivedAt, maxPendingTime);
  const lapsesAt = expiresAt !== undefined && expiresAt < latest ? expiresAt : latest;
  return { ...offer, ...received, lapsesAt, status: { kind: 'pending' } };
}
