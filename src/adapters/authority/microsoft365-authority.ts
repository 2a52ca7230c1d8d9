import type { PartnerAuthority } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { acceptancePageOf } from '../../domain/invitations/admin-center-page.ts';
import { isLoopback } from '../../domain/loopback.ts';

/**
 * The tenant as the authority. Microsoft offers no call with which a customer approves or removes a partner, so a person
 * completes each decision in the admin center, and the tenant shows when that is done.
 * @param partnersPage the admin center's list of partners; on this machine, the page of a simulated tenant
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
  const isSimulated = isLoopback(new URL(partnersPage).hostname);
  const simulated = (path: string, query: Readonly<Record<string, string>>): string =>
    new URL(`${path}?${new URLSearchParams(query).toString()}`, partnersPage).href;
  return {
    authorize: (tenant, invitation) =>
      awaitedAt(
        isSimulated
          ? simulated('/adminportal/home', { tenant, partner: invitation.partner.id })
          : acceptancePageOf(invitation, partnersPage),
      ),
    remove: (tenant) => awaitedAt(isSimulated ? simulated('/', { tenant }) : partnersPage),
  };
}
