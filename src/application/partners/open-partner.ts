import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { acceptPartners, grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { joinPartner, seenIn } from '../../domain/tenant/join-partners.ts';
import type { PartnerActivity } from '../../domain/tenant/partner-activity.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import { knownPartner, type KnownPartner } from '../invitations/known-partner.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';
import { listedPartner, type ListedPartner } from './list-partners.ts';
import { seenTenant } from './seen-tenant.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
  /** Whether Microsoft 365 is read. Else, or if absent, nothing that was read before counts. */
  readonly readsTenant?: boolean;
}

/** A partner as one person sees it now. */
export interface OpenedPartner extends ListedPartner {
  readonly known: KnownPartner;
  /** What the tenant showed last; undefined if it was never read. */
  readonly snapshot: TenantSnapshot | undefined;
  /** What was seen of its use of its access; undefined if nothing was read so far. */
  readonly activity: PartnerActivity | undefined;
  /** Whether this person has a role that may remove permissions; checked again at the press. */
  readonly mayRemove: boolean;
  /** The same for its settings. */
  readonly maySet: boolean;
  readonly rolesThatRemove: readonly AdminRole[];
  /** Its recent history, newest first. */
  readonly history: readonly AuditEntry[];
}

/** Newest entries scanned for those of one partner, so that opening costs no more as history grows. */
const maxScanned = 500;
const entriesShown = 5;

/**
 * Reads a partner, decided here or seen in the tenant; anyone of the tenant may. Changes nothing, so that a card may use it to refresh itself.
 * @throws DomainError('partner-not-found' or 'store-unavailable')
 */
export async function openPartner(ports: Ports, actor: Actor, id: ProviderId): Promise<OpenedPartner> {
  const { store, clock, roles, readsTenant = false } = ports;
  const { tenant } = actor;
  const now = clock.now();
  const relationship = (await store.get(tenant, 'relationship', id))?.value;
  const snapshot = await seenTenant(ports, tenant);
  const joined = joinPartner({ relationship, seen: seenIn(snapshot, id), snapshot, now });
  if (joined === undefined) throw new DomainError('partner-not-found', {});
  const held = await roles.shownRolesOf(actor);
  const activity = readsTenant ? await store.get(tenant, 'partnerActivity', id) : undefined;
  return {
    ...listedPartner(ports, joined, now),
    snapshot,
    activity: activity?.value,
    known: await knownPartner(ports, actor, id),
    mayRemove: hasOneOf(held, grantAdministration),
    maySet: hasOneOf(held, acceptPartners),
    rolesThatRemove: grantAdministration,
    history: await recentHistory(store, actor, id),
  };
}

async function recentHistory(
  store: Store,
  { tenant }: Actor,
  id: ProviderId,
): Promise<readonly AuditEntry[]> {
  const query = { limit: maxScanned, order: 'descending' } as const;
  const { items } = await store.entries(tenant, 'audit', query);
  return items.filter(({ event }) => 'partner' in event && event.partner === id).slice(0, entriesShown);
}
