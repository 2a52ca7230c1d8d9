import { aboutInvitation } from '../../domain/history/invitation-event.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { sourceOf } from '../../domain/invitations/pending-invitation.ts';
import { auditChange } from '../history/audit-changes.ts';
import { remove, update } from '../ports/changes.ts';
import type { Change, Store, Versioned } from '../ports/store.ts';
import { announceOutcome } from './invitation-announcements.ts';

/**
 * The changes that store an invitation's outcome, remove it from the pending ones, and announce it.
 * @param isQuiet cards change, but nobody gets a message
 */
export async function settlingChanges(
  store: Store,
  tenant: TenantId,
  record: Versioned<Invitation>,
  settled: Invitation,
  { isQuiet = false }: { readonly isQuiet?: boolean } = {},
): Promise<Change[]> {
  const pending = await store.get(tenant, 'pendingInvitation', record.id);
  const source = pending?.value.source ?? sourceOf(settled, false);
  const settling = [update('invitation', record, settled), ...announceOutcome(settled, { source, isQuiet })];
  if (pending === undefined) return settling;
  return [...settling, remove('pendingInvitation', pending)];
}

/** The changes that record an invitation's expiry. */
export async function expiryChanges(
  store: Store,
  tenant: TenantId,
  record: Versioned<Invitation>,
  now: Instant,
): Promise<Change[]> {
  const expired = asItStands(record.value, now);
  const changes = await settlingChanges(store, tenant, record, expired);
  return [...changes, auditChange(now, 'desk', { kind: 'invitationLapsed', ...aboutInvitation(expired) })];
}
