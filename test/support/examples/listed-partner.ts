import { listedPartner, type ListedPartner } from '../../../src/application/partners/list-partners.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { joinPartner } from '../../../src/domain/tenant/join-partners.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import type { SeenPartner } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { snapshotOf } from './seen-partners.ts';

/** A partner as it is listed: what was decided about it, beside what the tenant showed if it was read. */
export function exampleListed(
  now: Instant,
  { relationship, seen }: { readonly relationship?: PartnerRelationship; readonly seen?: SeenPartner },
): ListedPartner {
  const snapshot = seen && snapshotOf([seen], now);
  const joined = joinPartner({ relationship, seen, snapshot, now });
  if (joined === undefined) throw new Error('nothing was decided about this partner, and it has no access');
  return listedPartner({ reviewEveryDays: 90 }, joined, now);
}
