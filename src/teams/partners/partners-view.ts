import type { ListedPartner, PartnerPage } from '../../application/partners/list-partners.ts';
import { searchTextLimit } from '../../domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { anyValue, tickPrefix } from '../cards/inputs.ts';
import { optional, shortened, joinedByDots } from '../cards/text.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { markWords, accessLine, periodLine } from './access-text.ts';
import type { PartnerListState } from './partner-list-state.ts';
import { readsView } from './reads-text.ts';
import { claimedName, isAuthorized, standingView } from './standing-text.ts';

export const partnersPerPage = 5;

/** Maximum number of functions named for each, as a card is at most 28 kB. */
const maxFunctions = 4;

/** One page of the tenant's partners. `notice` is shown above them. */
export const partnersCard = defineCard('partners', partnersView);

function partnersView(messages: Messages, page: PartnerPage, state: PartnerListState, notice?: string) {
  const { format, partner: text, vocabulary } = messages;
  const { partners, total, offset, at: now } = page;
  const isNarrowed = state.text !== '' || state.function !== undefined || state.onlyDelegated;
  const at = (start: number) => ({ state: { ...state, offset: start } });
  const here = at(offset);
  return {
    title: text.listTitle,
    textLabel: text.textLabel,
    textPlaceholder: text.textPlaceholder,
    text: state.text,
    textLimit: searchTextLimit,
    functionLabel: text.functionLabel,
    function: state.function ?? anyValue,
    functionChoices: [
      { title: text.anyFunction, value: anyValue },
      ...solutionProviderFunctions.map((name) => ({ title: vocabulary.functions[name], value: name })),
    ],
    onlyDelegated: text.onlyDelegated,
    onlyDelegatedValue: String(state.onlyDelegated),
    searchTitle: text.search,
    filtersTitle: text.filters,
    here,
    isNarrowed,
    allTitle: text.all,
    allData: { state: { ...everyPartner, ticked: state.ticked } },
    notice: optional(notice),
    hasReads: messages.readsTenant,
    ...readsView(messages, page.snapshot, now),
    // Without any partner there is nothing to search.
    hasPartners: total > 0 || isNarrowed,
    isEmpty: total === 0,
    none: isNarrowed ? text.noneFound : text.noneAtAll,
    invitationsTitle: messages.desk.invitations,
    invitationsData: { which: 'pending' },
    isFound: total > 0,
    found: text.found(format, offset + 1, offset + partners.length, total),
    rows: partners.map((listed, index) => rowView(messages, listed, index, here)),
    hasSelected: state.ticked.length > 0,
    selected: text.selected(format, state.ticked.length),
    previousTitle: text.previous,
    hasPrevious: offset > 0,
    previousData: at(Math.max(0, offset - partnersPerPage)),
    nextTitle: text.next,
    hasNext: offset + partners.length < total,
    nextData: at(offset + partnersPerPage),
    hasRemovable: state.ticked.length > 0 || partners.some(({ isRemovable }) => isRemovable),
    removeTitle: text.remove,
    // On the first page only: a full page of the longest names has no room for another button.
    hasReview: offset === 0 && partners.some(({ isRemovable }) => isRemovable),
    reviewTitle: messages.review.start,
    reviewData: {},
  };
}

function rowView(
  messages: Messages,
  listed: ListedPartner,
  index: number,
  { state }: { readonly state: PartnerListState },
) {
  const { format, partner: text, vocabulary } = messages;
  const { partner, relationship, attention } = listed;
  const functions = (relationship?.functions ?? []).map((entry) => vocabulary.functions[entry.function]);
  const further = functions.length - maxFunctions;
  if (further > 0) functions.splice(maxFunctions, further, `+${format.number(further)}`);
  const marks = markWords(messages, attention);
  const isSupport = listed.standing === 'support';
  const name = isSupport ? messages.standing.words.support : identifyingName(messages, partner);
  return {
    position: `${index + 1}. `,
    name,
    isClaimed: !isSupport && partner.name?.claimed === true,
    claimed: ` – ${claimedName(messages, listed)}`,
    opens: '\u00a0›',
    hasStanding: messages.readsTenant,
    ...standingView(messages, listed, attention.at),
    functions: optional(joinedByDots(functions) || undefined),
    // What is active, or awaited, the standing says.
    hasAccess:
      !messages.readsTenant || attention.access.kind === 'ended' || attention.access.kind === 'removed',
    access: accessLine(messages, listed),
    period: optional(isAuthorized(listed) ? periodLine(messages, listed) : sinceSeen(messages, listed)),
    marks: optional(joinedByDots(marks) || undefined),
    openTitle: text.open(shortened(name, 40)),
    openData: { partner: partner.id, state },
    mayTick: listed.isRemovable,
    tickId: `${tickPrefix}${partner.id}`,
    tickTitle: text.select(index + 1),
    ticked: String(state.ticked.includes(partner.id)),
  };
}

/** Since when one is seen about which nothing was decided. */
function sinceSeen({ format, standing: text }: Messages, { seen }: ListedPartner): string | undefined {
  return seen && text.firstSeen(format.date(seen.firstSeenAt));
}
