import { invitationId, type InvitationId, type TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { sourceOf, type PendingSource } from '../../domain/invitations/pending-invitation.ts';
import type { Store } from '../ports/store.ts';
import { listAll } from '../runtime/list-all.ts';

/** A pending invitation, read from its index. */
export interface ListedPending {
  readonly id: InvitationId;
  readonly lapsesAt: Instant;
  readonly source: PendingSource;
  /** Where it was from before somebody else submitted or pasted it, too. */
  readonly first?: PendingSource;
}

/**
 * Every invitation of the tenant that is pending now, by id, which is by time.
 * @throws DomainError('store-unavailable')
 */
export async function pendingInvitations(
  store: Store,
  tenant: TenantId,
  now: Instant,
): Promise<readonly ListedPending[]> {
  const pending: ListedPending[] = [];
  for await (const { id, value } of listAll(store, tenant, 'pendingInvitation')) {
    if (value.lapsesAt <= now) continue;
    const source = value.source ?? (await sourceFromInvitation(store, tenant, id));
    if (source !== undefined) pending.push({ ...value, id: invitationId(id), source });
  }
  return pending;
}

/** Of one that was stored without a source. @returns undefined if it was decided just now */
async function sourceFromInvitation(store: Store, tenant: TenantId, id: string) {
  const record = await store.get(tenant, 'invitation', id);
  return record?.value.status.kind === 'pending' ? sourceOf(record.value, false) : undefined;
}
