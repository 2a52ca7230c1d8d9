import { openRemoval } from '../../application/partners/open-removal.ts';
import type { ProviderId, ReviewId } from '../../domain/identifiers.ts';
import { partnerRemoveCard } from '../partners/partner-remove-view.ts';
import { removeAndShow } from '../partners/remove-permissions.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { isOpenInReview, showReview } from './show-review.ts';

type Needs = Pick<
  Services,
  | 'store'
  | 'roles'
  | 'clock'
  | 'newId'
  | 'reviewEveryDays'
  | 'readsTenant'
  | 'authority'
  | 'announcements'
  | 'log'
  | 'meter'
>;

/** A partner of a review. */
interface Place {
  readonly review: ReviewId;
  readonly partner: ProviderId;
}

/** Asks whether to remove the permissions of a partner in a review; shows the review if that was decided meanwhile. */
export async function askRemovalInReview(services: Needs, turn: Turn, place: Place): Promise<void> {
  if (!(await isOpenInReview(services, turn, place))) return showReview(services, turn, place);
  const asked = await openRemoval(services, turn.actor, [place.partner]);
  const { messages } = turn;
  const buttons = {
    remove: { verb: 'review.remove', data: place },
    back: { title: messages.review.backToReview, verb: 'review.show', data: place },
  };
  turn.show(partnerRemoveCard(messages, asked, buttons));
}

/** Removes the permissions of a partner in a review; shows the review if somebody else decided meanwhile. */
export async function removeInReview(
  services: Needs,
  turn: Turn,
  { reason, ...place }: Place & { readonly reason?: string | undefined },
): Promise<void> {
  if (!(await isOpenInReview(services, turn, place))) return showReview(services, turn, place);
  const goOn = { title: turn.messages.review.goOn, verb: 'review.show', data: place };
  await removeAndShow(services, turn, { partners: [place.partner], reason }, goOn);
}
