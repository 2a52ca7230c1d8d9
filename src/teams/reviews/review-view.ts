import type { OpenedReview, ReviewEntry } from '../../application/reviews/open-review.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { newestGrantOf } from '../../domain/partners/delegated-admin-access.ts';
import { maxReasonLength } from '../../domain/plain-text.ts';
import { progressOf } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { defineCard } from '../cards/define-card.ts';
import { optional, joinedByDots } from '../cards/text.ts';
import { roleRows } from '../invitations/administration-view.ts';
import { reviewTally } from '../history/review-tally.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { accessLine, periodLine, markWords } from '../partners/access-text.ts';
import { activityLine } from '../partners/activity-view.ts';
import { readsView } from '../partners/reads-text.ts';
import { seenView } from '../partners/seen-view.ts';
import { claimedName, standingMeaning, standingView } from '../partners/standing-text.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { reviewOutcomeText } from './review-summary-view.ts';

/** Maximum number of roles on a line of their own; further ones are only named, as a card is at most 28 kB. */
const maxLines = 20;

interface Shown {
  /** The partner to show. */
  readonly entry: ReviewEntry;
  /** Shown above it. */
  readonly notice?: string | undefined;
}

/** One partner of a review: what it may do, since and until when, and the decision whether to keep that. */
export const reviewCard = defineCard('review', reviewView);

function reviewView(
  messages: Messages,
  { review, entries, mayDecide, rolesThatDecide, snapshot }: OpenedReview,
  { entry, notice }: Shown,
) {
  const { format, invitation, partner: partnerText, review: text, vocabulary } = messages;
  const { partner, outcome, listed, activity } = entry;
  const { relationship, attention } = listed;
  const position = entries.findIndex((each) => each.partner === partner) + 1;
  const marks = markWords(messages, attention);
  // Beside what Microsoft 365 shows, each role stands once.
  const roles = messages.readsTenant ? [] : roleRows(messages, attention.roles);
  const others = roles.slice(maxLines).map(({ name }) => name);
  const { reviewedAt } = relationship ?? {};
  const data: { review: string; partner: ProviderId } = { review: review.id, partner };
  return {
    title: text.title,
    position: text.position(format, position, entries.length),
    tally: reviewTally(messages, progressOf(review)),
    notice: optional(notice),
    name: identifyingName(messages, listed.partner),
    isClaimed: listed.partner.name?.claimed === true,
    claimed: ` – ${claimedName(messages, listed)}`,
    isInTenant: messages.readsTenant,
    ...standingView(messages, listed, attention.at),
    meaning: standingMeaning(messages, listed),
    ...readsView(messages, snapshot, attention.at),
    groups: messages.readsTenant
      ? seenView(messages, listed, { now: attention.at, reads: snapshot?.reads ?? {} }).groups
      : [],
    used: activityLine(messages, { activity, reads: snapshot?.reads ?? {} }),
    functions: optional(
      joinedByDots((relationship?.functions ?? []).map((each) => vocabulary.functions[each.function])) ||
        undefined,
    ),
    hasAccess: !messages.readsTenant,
    access: accessLine(messages, listed),
    period: optional(periodLine(messages, listed) || undefined),
    reviewed: reviewedAt === undefined ? text.neverReviewed : text.lastReviewed(format.date(reviewedAt)),
    marks: optional(joinedByDots(marks) || undefined),
    isSkipped: outcome.kind === 'skipped',
    skipped: reviewOutcomeText(messages, entry),
    hasRoles: roles.length > 0,
    rolesLead: partnerText.rolesLead,
    roles: roles.slice(0, maxLines).map(({ name, level, levelColor, hasLevel }) => ({
      name,
      level,
      levelColor,
      hasLevel,
    })),
    otherRoles: optional(others.join(', ') || undefined),
    mayDecide,
    noteLabel: text.note,
    noteLimit: maxReasonLength,
    keepTitle: text.keep,
    keepData: {
      ...data,
      seen: (relationship && newestGrantOf(relationship.delegatedAdmin)?.invitation) ?? '',
    },
    removeTitle: partnerText.remove,
    skipTitle: text.skip,
    data,
    mayNotDecide: !mayDecide,
    onlyRoles: text.onlyRoles(format.list(rolesThatDecide.map((role) => vocabulary.adminRoles[role]))),
    listTitle: partnerText.listTitle,
    listData: { state: everyPartner },
    isSandbox: messages.isSandbox,
    sandboxNote: invitation.sandboxNote,
  };
}
