import { DomainError } from '../../domain/domain-error.ts';
import { acceptPartners } from '../../domain/invitations/decision-rights.ts';
import type { GuestPolicy, Standing } from '../channel/standing.ts';

/**
 * What a request takes of a person.
 * - `anyone`: nothing; it shows nothing.
 * - `search`: to be let in at all; it shows the provider directory and what can be said.
 * - `read`: to be of the tenant; it shows what the tenant's people may see, or concerns only the person.
 * - `act`: to be certainly of the tenant; it changes something for others, or takes a role.
 */
export type Access = 'anyone' | 'search' | 'read' | 'act';

interface Asked {
  readonly access: Access;
  readonly standing: Standing;
  /** A card in any other chat is seen by everyone there. */
  readonly isOwnChat: boolean;
  readonly guests: GuestPolicy;
}

/**
 * Lets a request pass, or refuses it. Every request of a person goes through here, before anything else is done with it.
 *
 * While the roster cannot be read, nobody decides. People still read in their own chat with the desk, which shows its
 * cards to them alone; a shared chat is where guests and other tenants are.
 * @throws DomainError('guest-refused' or 'roster-unavailable')
 */
export function admit({ access, standing, isOwnChat, guests }: Asked): void {
  if (access === 'anyone' || standing === 'member') return;
  if (standing === 'outsider') {
    const maySearch = guests === 'search';
    if (maySearch && access === 'search') return;
    throw new DomainError('guest-refused', { maySearch, roles: acceptPartners });
  }
  if (access === 'search' || (access === 'read' && isOwnChat)) return;
  throw new DomainError('roster-unavailable', {});
}
