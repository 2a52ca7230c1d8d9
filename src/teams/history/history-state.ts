import { z } from 'zod';
import { auditEventKinds } from '../../domain/history/audit-entry.ts';
import type { HistoryFilter } from '../../domain/history/history-export.ts';
import { day, later, type Instant } from '../../domain/instant.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';

/** How far back the history can be narrowed to; days. */
export const historyPeriods = ['7', '30', '90', '365'] as const;

const text = z.string().max(searchTextLimit);
const kind = z.enum(auditEventKinds);
const days = z.enum(historyPeriods);

/** Where a person is in the history: what the buttons of its cards carry. It grants nothing and names nobody's data. */
export const historyStateSchema = z.strictObject({
  partner: text,
  person: text,
  kind: kind.exactOptional(),
  days: days.exactOptional(),
  after: z.string().max(20).exactOptional(),
});

export type HistoryState = Readonly<z.infer<typeof historyStateSchema>>;

/** What the state narrows the history to, at this moment. */
export function filterOf({ partner, person, kind, days }: HistoryState, now: Instant): HistoryFilter {
  return {
    partner,
    person,
    ...(kind !== undefined && { kind }),
    ...(days !== undefined && { since: later(now, -Number(days) * day) }),
  };
}

export const wholeHistory: HistoryState = { partner: '', person: '' };
