import type { Actor } from '../../domain/actor.ts';
import type { Claims } from '../../domain/invitations/link/claims.ts';
import { findInvitations } from '../../domain/invitations/link/find-invitations.ts';
import type { Suspicion } from '../../domain/invitations/link/suspicion.ts';
import { offerFromLink } from '../../domain/invitations/offer-from-link.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { IntakeResult } from './keep-invitation.ts';
import { receivePastedInvitation, type PastedInvitation } from './receive-pasted-invitation.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

interface PastedText extends Pick<PastedInvitation, 'origin' | 'shownIn'> {
  readonly text: string;
  /** Reads what the e-mail around a link says about it. */
  readonly claimsIn: (text: string) => Claims;
}

/** What a pasted text has to do with partner invitations. */
export type Review =
  /** Nothing. */
  | { readonly outcome: 'none' }
  /** Something only looks like one. Nothing was stored. */
  | { readonly outcome: 'suspicious'; readonly suspicion: Suspicion }
  /** One that does not name its partner. Nothing was stored. */
  | { readonly outcome: 'unnamed' }
  | { readonly outcome: 'received'; readonly results: readonly [IntakeResult, ...IntakeResult[]] };

/**
 * Looks for invitations in a text and stores what it finds.
 * @throws DomainError('store-unavailable')
 */
export async function reviewPastedText(
  ports: Ports,
  actor: Actor,
  { text, claimsIn, ...pasted }: PastedText,
): Promise<Review> {
  const found = findInvitations(text);
  if (found.outcome === 'none') return found;
  if (found.outcome === 'suspicious') return { outcome: 'suspicious', suspicion: found };
  const claims = claimsIn(text);
  const offers = found.invitations
    .map((link) => offerFromLink(link, claims))
    .filter((offer) => offer !== undefined);
  const results: IntakeResult[] = [];
  const { origin, shownIn } = pasted;
  for (const offer of offers) {
    // For several the chat gets only a list, so that each is announced there as everywhere.
    const shown = offers.length === 1 ? { shownIn } : {};
    results.push(await receivePastedInvitation(ports, actor, { origin, offer, ...shown }));
  }
  const [first, ...others] = results;
  return first === undefined ? { outcome: 'unnamed' } : { outcome: 'received', results: [first, ...others] };
}
