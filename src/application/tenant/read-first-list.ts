import type { TenantId } from '../../domain/identifiers.ts';
import { roleTemplate } from '../../domain/partners/role-template.ts';
import { standingOf } from '../../domain/tenant/standing.ts';
import {
  hasAccess,
  microsoftSupport,
  rolesSeen,
  type SeenPartner,
} from '../../domain/tenant/tenant-snapshot.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

/** How many have access to the tenant. Microsoft's support is not counted. */
export interface FirstList {
  readonly count: number;
  /** Those with at least one privileged role. A role that is not known counts as one. */
  readonly privileged: number;
  /** Those about which nothing was decided here. */
  readonly unknown: number;
  readonly hasSupport: boolean;
}

/** Counts who has access; undefined if the tenant was never read. @throws DomainError('store-unavailable') */
export async function readFirstList(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  tenant: TenantId,
): Promise<FirstList | undefined> {
  const snapshot = await readSnapshot(store, tenant);
  if (snapshot === undefined) return undefined;
  const seen = snapshot.partners.filter(hasAccess);
  const partners = seen.filter(({ id }) => id !== microsoftSupport);
  const now = clock.now();
  const standings = await Promise.all(
    partners.map(async (one) => {
      const relationship = (await store.get(tenant, 'relationship', one.id))?.value;
      return standingOf({ relationship, seen: one, snapshot, now });
    }),
  );
  return {
    count: partners.length,
    privileged: partners.filter(isPrivileged).length,
    unknown: standings.filter((standing) => standing === 'unknown').length,
    hasSupport: seen.length > partners.length,
  };
}

function isPrivileged(partner: SeenPartner): boolean {
  const roles = rolesSeen(partner);
  if (roles === 'notKnown') return false;
  return roles.some((id) => (roleTemplate(id)?.level ?? 'privileged') === 'privileged');
}
