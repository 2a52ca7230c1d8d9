import { z } from 'zod';
import { auditEventKinds } from '../../domain/history/audit-entry.ts';
import type { HistoryFilter } from '../../domain/history/history-export.ts';
import { day, later, type Instant } from '../../domain/instant.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';

/** Periods that the history can be filtered by; days. */
export const historyPeriods = ['7', '30', '90', '365'] as const;

const text = z.string().max(searchTextLimit);
const kind = z.enum(auditEventKinds);
const days = z.enum(historyPeriods);

/** The state of the history, carried by its cards' buttons. It grants no access and holds nobody's data. */
export const historyStateSchema = z.strictObject({
  partner: text,
  person: text,
  kind: kind.exactOptional(),
  days: days.exactOptional(),
  after: z.string().max(20).exactOptional(),
});

export type HistoryState = Readonly<z.infer<typeof historyStateSchema>>;

/** The filter that a state means at `now`. */
export function filterOf({ partner, person, kind, days }: HistoryState, now: Instant): HistoryFilter {
  return {
    partner,
    person,
    ...(kind !== undefined && { kind }),
    ...(days !== undefined && { since: later(now, -Number(days) * day) }),
  };
}

export const wholeHistory: HistoryState = { partner: '', person: '' };
