import { openRemoval } from '../../application/partners/open-removal.ts';
import type { ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { partnerRemoveCard } from '../partners/partner-remove-view.ts';
import { removeAndShow } from '../partners/remove-permissions.ts';
import type { Desk } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { isOpenInReview, showReview } from './show-review.ts';

/** A partner of a review. */
interface Place {
  readonly review: ReviewId;
  readonly partner: ProviderId;
}

/** Asks whether to take the permissions of a partner of a review away; shows the review where that was decided meanwhile. */
export async function askRemovalInReview(desk: Desk, turn: Turn, place: Place): Promise<void> {
  if (!(await isOpenInReview(desk, turn, place))) return showReview(desk, turn, place);
  const asked = await openRemoval(desk, turn.actor, [place.partner]);
  const { messages } = turn;
  const buttons = {
    remove: { verb: 'review.remove', data: place },
    back: { title: messages.review.backToReview, verb: 'review.show', data: place },
  };
  turn.show(partnerRemoveCard(messages, asked, buttons));
}

/** Takes the permissions of a partner of a review away, unless somebody else decided meanwhile: that is shown instead. */
export async function removeInReview(
  desk: Desk,
  turn: Turn,
  { reason, ...place }: Place & { readonly reason?: string | undefined },
): Promise<void> {
  if (!(await isOpenInReview(desk, turn, place))) return showReview(desk, turn, place);
  const goOn = { title: turn.messages.review.goOn, verb: 'review.show', data: place };
  await removeAndShow(desk, turn, { partners: [place.partner], reason }, goOn);
}
