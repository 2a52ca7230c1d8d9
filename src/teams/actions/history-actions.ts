import { z } from 'zod';
import { auditEventKinds } from '../../domain/audit-event-kinds.ts';
import { searchTextLimit } from '../../domain/provider-search.ts';
import { historyPeriods, historyStateSchema } from '../history-state.ts';
import { showHistory as show } from '../show-history.ts';
import { anyValue } from '../views/providers-view.ts';
import { action } from './action.ts';

/** A page of the history. */
export const showHistory = action(z.looseObject({ state: historyStateSchema }), (desk, turn, { state }) =>
  show(desk, turn, state),
);

const filter = z.looseObject({
  partner: z.string().max(searchTextLimit).default(''),
  person: z.string().max(searchTextLimit).default(''),
  kind: z.enum([anyValue, ...auditEventKinds]).default(anyValue),
  days: z.enum([anyValue, ...historyPeriods]).default(anyValue),
});

/** **Search** in the history, by what was filled in; from the newest on. */
export const searchHistory = action(filter, (desk, turn, { partner, person, kind, days }) =>
  show(desk, turn, {
    partner,
    person,
    ...(kind !== anyValue && { kind }),
    ...(days !== anyValue && { days }),
  }),
);
