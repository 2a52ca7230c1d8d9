import { foldText } from '../../domain/fold-text.ts';
import type { AuditEntry } from '../../domain/history/audit-entry.ts';
import type { HistoryFilter } from '../../domain/history/history-export.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { isPartOfName } from '../../domain/partners/partner-match.ts';
import type { Store } from '../ports/store.ts';
import { partnersInHistory } from './partners-in-history.ts';

/** Whether an entry of the tenant matches the filter; reads partner names only if everything else matches. */
export async function matchesHistoryFilter(
  store: Store,
  tenant: TenantId,
  entry: AuditEntry,
  { partner = '', person = '', kind, since }: HistoryFilter,
): Promise<boolean> {
  if (kind !== undefined && entry.event.kind !== kind) return false;
  if (since !== undefined && entry.at < since) return false;
  if (!isBy(entry, person)) return false;
  if (partner === '') return true;
  const partners = await partnersInHistory(store, tenant, entry.event);
  return partners.some((each) => isPartOfName(each, partner));
}

function isBy({ by }: AuditEntry, typed: string): boolean {
  const text = foldText(typed.trim());
  if (text === '') return true;
  if (typeof by === 'string') return by === text;
  if ('mailbox' in by) return foldText(by.mailbox).includes(text);
  return foldText(by.name).includes(text) || foldText(by.person) === text;
}
