import { openReview, type ReviewEntry } from '../../application/reviews/open-review.ts';
import { startReview as start } from '../../application/reviews/start-review.ts';
import type { ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { isToDecide, nextToReview } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { tellingName } from '../invitations/partner-view.ts';
import { showPartners } from '../partners/show-partners.ts';
import { everyPartner } from '../turn/every-partner.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { reviewOutcomeText, reviewSummaryCard } from './review-summary-view.ts';
import { reviewCard } from './review-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock' | 'reviewEveryDays'>;

/** Where in a review somebody is. */
interface Place {
  readonly review: ReviewId;
  /** Whom to look at; where nothing is to be decided about it any more it is said why, and the one after it is shown. */
  readonly partner?: ProviderId | undefined;
  /** Goes past `partner`, even where it is still to be decided. */
  readonly isPast?: boolean;
  /** It was given other permissions than those that were looked at: that is said, and it is shown again. */
  readonly isChanged?: boolean;
}

/** Starts the review, or goes on with the one that is open. @param wanted the review that a request for one was about */
export async function startReview(services: Needs, turn: Turn, wanted?: ReviewId): Promise<void> {
  const review = await start(services, turn.actor, wanted);
  if (review !== undefined) return showReview(services, turn, { review });
  return showPartners(services, turn, everyPartner, turn.messages.review.nothingToReview);
}

/** Shows a review where somebody is in it, as it stands; what came of it where everyone was looked at. Changes nothing. */
export async function showReview(
  services: Needs,
  turn: Turn,
  { review: id, partner, isPast = false, isChanged = false }: Place,
): Promise<void> {
  const { messages, actor } = turn;
  const opened = await openReview(services, actor, id);
  const { review, entries, mayDecide } = opened;
  const asked = entries.find((entry) => entry.partner === partner);
  const isDecided = asked !== undefined && !isToDecide(asked.outcome);
  const notice = asked && noticeAbout(messages, asked, { isDecided, isChanged });
  const staysHere = asked !== undefined && !isDecided && !isPast;
  const shown = staysHere ? partner : nextToReview(review, partner);
  const entry = entries.find((each) => each.partner === shown);
  turn.show(
    entry === undefined || review.finished !== undefined
      ? reviewSummaryCard(messages, opened, { mayDecide, notice })
      : reviewCard(messages, opened, { entry, notice }),
  );
}

/** Whether something is still to be decided about a partner of a review, at this moment. */
export async function isOpenInReview(
  services: Needs,
  { actor }: Turn,
  { review, partner }: { readonly review: ReviewId; readonly partner: ProviderId | undefined },
): Promise<boolean> {
  const { entries } = await openReview(services, actor, review);
  return entries.some((entry) => entry.partner === partner && isToDecide(entry.outcome));
}

function noticeAbout(
  messages: Messages,
  entry: ReviewEntry,
  { isDecided, isChanged }: { readonly isDecided: boolean; readonly isChanged: boolean },
): string | undefined {
  const name = tellingName(messages, entry.relationship.partner);
  if (isDecided) return messages.review.about(name, reviewOutcomeText(messages, entry));
  return isChanged ? messages.review.changedMeanwhile(name) : undefined;
}
