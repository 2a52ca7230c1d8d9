import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { acceptPartners, grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { attentionOf } from '../../domain/partners/attention.ts';
import { knownPartner, type KnownPartner } from '../invitations/known-partner.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProviderDirectory } from '../ports/provider-directory.ts';
import type { Store } from '../ports/store.ts';
import type { ListedPartner } from './list-partners.ts';

interface Ports {
  readonly store: Store;
  readonly directory: ProviderDirectory;
  readonly roles: Roles;
  readonly clock: Clock;
  /** After this many days without a review a partner needs attention. */
  readonly reviewEveryDays: number;
}

/** A partner as one person sees it now. */
export interface OpenedPartner extends ListedPartner {
  readonly known: KnownPartner;
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
 * Reads a relationship; anyone of its tenant may. Changes nothing, so that a card may use it to refresh itself.
 * @throws DomainError('partner-not-found' or 'store-unavailable')
 */
export async function openPartner(ports: Ports, actor: Actor, id: ProviderId): Promise<OpenedPartner> {
  const { store, clock, roles, reviewEveryDays } = ports;
  const record = await store.get(actor.tenant, 'relationship', id);
  if (record === undefined) throw new DomainError('partner-not-found', {});
  const held = await roles.shownRolesOf(actor);
  return {
    relationship: record.value,
    attention: attentionOf(record.value, clock.now(), reviewEveryDays),
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
