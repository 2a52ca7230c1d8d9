import { z } from 'zod';
import { isDomainError } from '../../domain/domain-error.ts';
import { auditEventKinds } from '../../domain/history/audit-entry.ts';
import { exportFormats } from '../../domain/history/export-format.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { anyValue } from '../cards/inputs.ts';
import { action } from '../turn/action.ts';
import { errorText } from '../turn/error-text.ts';
import { beginExport } from './export-history.ts';
import { historyPeriods, historyStateSchema } from './history-state.ts';
import { showHistory as show } from './show-history.ts';

/** A page of the history. */
const showHistory = action(z.looseObject({ state: historyStateSchema }), (services, turn, { state }) =>
  show(services, turn, state),
);

const exported = z.looseObject({ format: z.enum(exportFormats), state: historyStateSchema });

/** **Export**: a file of everything that the filters find, offered as soon as it is ready. */
export const exportHistory = action(exported, async (services, turn, { format, state }) => {
  let notice = turn.messages.history.exportBegun;
  try {
    await beginExport(services, turn, { format, state });
  } catch (error) {
    if (!isDomainError(error, 'files-not-taken', 'export-under-way')) throw error;
    notice = errorText(turn.messages, error);
  }
  await show(services, turn, state, notice);
});

const filter = z.looseObject({
  partner: z.string().max(searchTextLimit).default(''),
  person: z.string().max(searchTextLimit).default(''),
  kind: z.enum([anyValue, ...auditEventKinds]).default(anyValue),
  days: z.enum([anyValue, ...historyPeriods]).default(anyValue),
});

/** **Search** the history with the card's inputs, from the newest entry. */
const searchHistory = action(filter, (services, turn, { partner, person, kind, days }) =>
  show(services, turn, {
    partner,
    person,
    ...(kind !== anyValue && { kind }),
    ...(days !== anyValue && { days }),
  }),
);

/** The verbs about the history. */
export const historyActions = {
  'history.export': exportHistory,
  'history.search': searchHistory,
  'history.show': showHistory,
};
