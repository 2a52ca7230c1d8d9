import type { Change, Store } from '../../../src/application/ports/store.ts';
import type { AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import { personId, type TenantId } from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import type { Language } from '../../../src/domain/language.ts';
import { subscriberIdOf } from '../../../src/domain/notifications/subscriber.ts';

type Put = Change & { readonly type: 'put' };

/** A change that stores a person, the simplest record, under an id. */
export function putPerson(id: string, expected: number | 'absent', language: Language = 'en'): Put {
  return { type: 'put', kind: 'person', id, value: { id: personId(id), language }, expected };
}

/** A change that stores a subscriber, which can hold any value. */
export function putSubscriber(
  id: string,
  expected: number | 'absent',
  reference: Readonly<Record<string, unknown>>,
): Put & { readonly kind: 'subscriber' } {
  const audience = { kind: 'person', person: personId(id) } as const;
  const value = {
    id: subscriberIdOf(audience),
    audience,
    reference,
    language: 'en',
    state: 'reachable',
    isTold: true,
  } as const;
  return { type: 'put', kind: 'subscriber', id, value, expected };
}

/** An audit entry that its number identifies. */
export function auditEntry(number: number): AuditEntry {
  return {
    at: instantFrom(Date.UTC(2026, 10, 22) + number),
    by: { person: personId('ada'), name: 'Ada' },
    event: {
      kind: 'contactRequested',
      request: `request-${number}`,
      reference: `PD-${number}`,
      providers: ['fabrikam'],
    },
  };
}

export function appendAudit(number: number): Change {
  return { type: 'append', kind: 'audit', value: auditEntry(number) };
}

/** Everything stored for a tenant, read page by page. */
export async function everythingOf(store: Store, tenant: TenantId) {
  const kinds = [
    'person',
    'contactRequest',
    'pendingDelivery',
    'subscriber',
    'announcement',
    'pendingPost',
    'postedCard',
    'invitation',
    'pendingInvitation',
    'latestPaste',
    'receivedInvitation',
    'relationship',
    'review',
    'reviewRequest',
    'contactedProvider',
    'tenantContacts',
    'recentRefusals',
    'historyExport',
    'tenantSnapshot',
    'tenantWatch',
    'mailboxWatch',
    'handledMail',
    'tenantAlert',
    'awaitedEffect',
    'partnerActivity',
  ] as const;
  const records = await Promise.all(kinds.map((kind) => store.list(tenant, kind, { limit: 10_000 })));
  const audit = await store.entries(tenant, 'audit', { limit: 10_000 });
  const head = await store.head(tenant, 'audit');
  return { records: records.map(({ items }) => items), audit: audit.items, head };
}
