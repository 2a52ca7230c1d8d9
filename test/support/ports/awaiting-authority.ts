import { microsoft365Authority } from '../../../src/adapters/authority/microsoft365-authority.ts';
import type { Clock } from '../../../src/application/ports/clock.ts';
import { partnerRelationshipsPage } from '../../../src/domain/invitations/admin-center-page.ts';

/** The authority of a Microsoft 365 tenant in the worldwide cloud. */
export function awaitingAuthority(clock: Clock) {
  return microsoft365Authority({ partnersPage: partnerRelationshipsPage, clock });
}
