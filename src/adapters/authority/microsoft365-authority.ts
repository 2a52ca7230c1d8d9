import type { PartnerAuthority } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { acceptancePageOf } from '../../domain/invitations/admin-center-page.ts';

/**
 * The tenant as the authority. Microsoft offers no call with which a customer approves or removes a partner, so a person
 * completes each decision in the admin center, and the tenant shows when that is done.
 * @param partnersPage the admin center's list of partners
 */
export function microsoft365Authority({
  partnersPage,
  clock,
}: {
  readonly partnersPage: string;
  readonly clock: Clock;
}): PartnerAuthority {
  const awaitedAt = (adminCenterPage: string) =>
    Promise.resolve({ kind: 'awaiting', since: clock.now(), adminCenterPage } as const);
  return {
    authorize: (_tenant, invitation) => awaitedAt(acceptancePageOf(invitation, partnersPage)),
    remove: () => awaitedAt(partnersPage),
  };
}
