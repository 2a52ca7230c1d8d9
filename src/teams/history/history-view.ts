import type { HistoryPage } from '../../application/history/list-history.ts';
import type { ChainHead } from '../../domain/history/audit-chain.ts';
import { auditEventKinds } from '../../domain/history/audit-entry.ts';
import { formatsFor } from '../../domain/history/export-format.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { anyValue } from '../cards/inputs.ts';
import { optional } from '../cards/text.ts';
import { entryWords } from './entry-text.ts';
import { historyPeriods, wholeHistory, type HistoryState } from './history-state.ts';

export const entriesPerPage = 6;

/** One page of the tenant's history, newest first. `notice` is shown above it. */
export const historyCard = defineCard('history', historyView);

function historyView(
  messages: Messages,
  page: HistoryPage,
  state: HistoryState,
  { head, notice }: { readonly head: ChainHead; readonly notice?: string | undefined },
) {
  const { format, history: text } = messages;
  const { after, ...filter } = state;
  const isNarrowed =
    state.partner !== '' || state.person !== '' || state.kind !== undefined || state.days !== undefined;
  return {
    title: text.title,
    partnerLabel: text.partner,
    partnerPlaceholder: text.partnerPlaceholder,
    partner: state.partner,
    personLabel: text.person,
    personPlaceholder: text.personPlaceholder,
    person: state.person,
    textLimit: searchTextLimit,
    kindLabel: text.kind,
    kind: state.kind ?? anyValue,
    kindChoices: [
      { title: text.anyKind, value: anyValue },
      ...auditEventKinds.map((value) => ({ title: text.words[value].kind, value })),
    ],
    daysLabel: text.period,
    days: state.days ?? anyValue,
    daysChoices: [
      { title: text.anyPeriod, value: anyValue },
      ...historyPeriods.map((value) => ({ title: text.lastDays(format, Number(value)), value })),
    ],
    hasEntries: head.count > 0,
    notice: optional(notice),
    exportTitle: text.export,
    exportLead: isNarrowed ? text.exportNarrowed : text.exportWhole,
    exportChoices: formatsFor(messages.language).map((each) => ({
      title: text.formats[each],
      data: { format: each, state: filter },
    })),
    filtersTitle: text.filters,
    searchTitle: text.search,
    isNarrowed,
    allTitle: text.all,
    allData: { state: wholeHistory },
    rows: page.items.map((listed) => entryWords(messages, listed)),
    hasNote: page.items.length === 0 || page.lookedBackTo !== undefined,
    note: noteOf(messages, page, isNarrowed || after !== undefined),
    hasNewer: after !== undefined,
    newestTitle: text.newest,
    newestData: { state: filter },
    hasOlder: page.next !== undefined,
    olderTitle: text.older,
    olderData: { state: { ...filter, after: page.next ?? '' } },
    chainHead: text.chainHead(format, head.count, head.hash),
  };
}

/** The note on a page that is not full. */
function noteOf(
  { format, history: text }: Messages,
  { items, lookedBackTo }: HistoryPage,
  isPart: boolean,
): string {
  if (lookedBackTo !== undefined) {
    const date = format.date(lookedBackTo);
    return items.length === 0 ? text.notYetFound(date) : text.lookedBackTo(date);
  }
  return isPart ? text.noneFound : text.none;
}
