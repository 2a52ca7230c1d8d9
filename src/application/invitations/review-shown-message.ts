import type { Actor } from '../../domain/actor.ts';
import { isDomainError, type DomainError } from '../../domain/domain-error.ts';
import type { Claims } from '../../domain/invitations/claims/claims.ts';
import { findInvitations } from '../../domain/invitations/link/find-invitations.ts';
import type { LinkNotice } from '../../domain/invitations/link/link-notice.ts';
import type { InvitationLink } from '../../domain/invitations/link/invitation-link.ts';
import type { ShownMessage } from '../../domain/invitations/message/shown-message.ts';
import type { Suspicion } from '../../domain/invitations/link/suspicion.ts';
import { offersFromMessage } from '../../domain/invitations/offer-from-link.ts';
import { isGlobalAdministrator } from '../../domain/partners/role-template.ts';
import type { IntakeResult } from './keep-invitation.ts';
import {
  receivePastedInvitation,
  type PastedInvitation,
  type PastingPorts,
} from './receive-pasted-invitation.ts';

/** A partner sends its reseller and administration links together; a message with more than this is a flood. */
export const maxInvitationsPerMessage = 5;

interface PastedMessage extends Pick<PastedInvitation, 'origin' | 'shownIn'> {
  readonly message: ShownMessage;
  /** Reads what the e-mail around a link says about it. */
  readonly claimsIn: (message: ShownMessage) => Claims;
}

/** What a message that somebody showed has to do with partner invitations. */
export type Review =
  /** Nothing. */
  | { readonly outcome: 'none' }
  /** Only a link that somebody may take for one. Nothing was stored. */
  | { readonly outcome: 'notice'; readonly notice: LinkNotice }
  /** Something only looks like one. Nothing was stored. */
  | { readonly outcome: 'suspicious'; readonly suspicion: Suspicion }
  /** One that does not name its partner. Nothing was stored. */
  | { readonly outcome: 'unnamed'; readonly link: InvitationLink }
  /** None was stored, because too many are pending. */
  | { readonly outcome: 'full'; readonly full: DomainError<'too-many-pending'> }
  | {
      readonly outcome: 'received';
      readonly results: readonly [IntakeResult, ...IntakeResult[]];
      /** Distinct invitations in the text. */
      readonly found: number;
      /** Whether it says something that could be about any of them, so that none is shown with it. */
      readonly isAmbiguous: boolean;
      /** Why further ones of the first few were not stored. */
      readonly full?: DomainError<'too-many-pending'>;
    };

/**
 * Looks for invitations in a message and stores the first few that it finds.
 * @throws DomainError('store-unavailable')
 */
export async function reviewShownMessage(
  ports: PastingPorts,
  actor: Actor,
  { message, claimsIn, ...pasted }: PastedMessage,
): Promise<Review> {
  const found = findInvitations(message.parts);
  if (found.outcome === 'none' || found.outcome === 'notice') return found;
  if (found.outcome === 'suspicious') return { outcome: 'suspicious', suspicion: found };
  const { offers, isAmbiguous } = offersFromMessage(found.invitations, claimsIn(message), {
    mail: message.mail,
    isGlobalAdministrator,
  });
  const results: IntakeResult[] = [];
  let full: DomainError<'too-many-pending'> | undefined;
  const { origin, shownIn } = pasted;
  for (const offer of offers.slice(0, maxInvitationsPerMessage)) {
    // For several the chat gets only a list, so that each is announced there as everywhere.
    const shown = offers.length === 1 ? { shownIn } : {};
    try {
      results.push(await receivePastedInvitation(ports, actor, { origin, offer, ...shown }));
    } catch (error) {
      if (!isDomainError(error, 'too-many-pending')) throw error;
      // The next one may be known already.
      full = error;
    }
  }
  const [first, ...others] = results;
  if (first !== undefined) {
    const received = { results: [first, ...others], found: offers.length, isAmbiguous } as const;
    return { outcome: 'received', ...received, ...(full && { full }) };
  }
  return full === undefined
    ? { outcome: 'unnamed', link: found.invitations[0].link }
    : { outcome: 'full', full };
}
