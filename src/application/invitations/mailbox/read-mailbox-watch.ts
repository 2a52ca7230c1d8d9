import type { TenantId } from '../../../domain/identifiers.ts';
import type { MailboxWatch } from '../../../domain/tenant/mailbox-watch.ts';
import type { Store } from '../../ports/store.ts';
import { mailboxWatchId } from './receive-mailed-invitations.ts';

/**
 * How the reading of a tenant's mailbox stands, as it was stored; undefined if none was read.
 * @throws DomainError('store-unavailable')
 */
export async function readMailboxWatch(store: Store, tenant: TenantId): Promise<MailboxWatch | undefined> {
  return (await store.get(tenant, 'mailboxWatch', mailboxWatchId))?.value;
}
