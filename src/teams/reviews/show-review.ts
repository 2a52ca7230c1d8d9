import { openReview, type ReviewEntry } from '../../application/reviews/open-review.ts';
import { startReview as start } from '../../application/reviews/start-review.ts';
import type { ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { isToDecide, nextToReview } from '../../domain/reviews/review.ts';
import type { Messages } from '../../i18n/messages.ts';
import { identifyingName } from '../invitations/partner-view.ts';
import { showPartners } from '../partners/show-partners.ts';
import { everyPartner } from '../turn/every-partner.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { reviewOutcomeText, reviewSummaryCard } from './review-summary-view.ts';
import { reviewCard } from './review-view.ts';

type Needs = Pick<Services, 'store' | 'roles' | 'clock' | 'reviewEveryDays' | 'readsTenant'>;

/** A position in a review. */
interface Place {
  readonly review: ReviewId;
  /** The partner to show; if it is already decided, the card says how and shows the next one. */
  readonly partner?: ProviderId | undefined;
  /** Skips `partner`, even if it is undecided. */
  readonly isPast?: boolean;
  /** Its permissions changed since they were shown: the card says so and shows it again. */
  readonly isChanged?: boolean;
}

/** Starts a review, or resumes the open one. @param wanted the review that the request was for */
export async function startReview(services: Needs, turn: Turn, wanted?: ReviewId): Promise<void> {
  const review = await start(services, turn.actor, wanted);
  if (review !== undefined) return showReview(services, turn, { review });
  return showPartners(services, turn, everyPartner, turn.messages.review.nothingToReview);
}

/** Shows a review at a position, or its summary once every partner was looked at. Changes nothing. */
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

/** Whether a partner of a review still needs a decision. */
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
  const name = identifyingName(messages, entry.listed.partner);
  if (isDecided) return messages.review.about(name, reviewOutcomeText(messages, entry));
  return isChanged ? messages.review.changedMeanwhile(name) : undefined;
}
