import { z } from 'zod';
import { openContact, sendContact, showContactRequests } from '../contact/contact-actions.ts';
import { showHelp } from '../help/show-help.ts';
import { exportHistory, searchHistory, showHistory } from '../history/history-actions.ts';
import {
  authorize,
  cancel,
  confirmAuthorization,
  openInvitationCard,
  showInvitations,
} from '../invitations/invitation-actions.ts';
import {
  askRemoval,
  openPartnerDetails,
  removePermissions,
  searchPartners,
  setForPartner,
  showPartners,
} from '../partners/partner-actions.ts';
import { openProviderDetails, searchProviders, showProviders } from '../providers/provider-actions.ts';
import {
  askReviewedRemoval,
  finishReview,
  keepPartner,
  removeReviewed,
  showReview,
  skipPartner,
  startReview,
} from '../reviews/review-actions.ts';
import { action, type Action } from '../turn/action.ts';

/** The action for each verb that a card can send. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['contact.open', openContact],
  ['contact.requests', showContactRequests],
  ['contact.send', sendContact],
  ['help.show', action(z.looseObject({}), (_services, turn) => showHelp(turn))],
  ['history.export', exportHistory],
  ['history.search', searchHistory],
  ['history.show', showHistory],
  ['invitation.authorize', authorize],
  ['invitation.cancel', cancel],
  ['invitation.confirm', confirmAuthorization],
  ['invitation.open', openInvitationCard],
  ['invitations.list', showInvitations],
  ['partner.remove', orInReview(removePermissions, removeReviewed)],
  ['partner.removeAsk', orInReview(askRemoval, askReviewedRemoval)],
  ['partner.settings', setForPartner],
  ['partner.show', openPartnerDetails],
  ['partners.list', showPartners],
  ['partners.search', searchPartners],
  ['provider.open', openProviderDetails],
  ['providers.search', searchProviders],
  ['providers.show', showProviders],
  ['review.finish', finishReview],
  ['review.keep', keepPartner],
  ['review.remove', removeReviewed],
  ['review.removeAsk', askReviewedRemoval],
  ['review.show', showReview],
  ['review.skip', skipPartner],
  ['review.start', startReview],
]);

const sentFromReview = z.looseObject({ review: z.unknown(), partners: z.unknown() });
const onePartner = z.tuple([z.unknown()]);

/**
 * Before reviews had verbs of their own, their cards sent a partner's verb with the review's data. Such cards stay in
 * chats, so they remain supported.
 */
function orInReview(usual: Action, inReview: Action): Action {
  return {
    run: (services, turn, data) => {
      const sent = sentFromReview.safeParse(data);
      if (!sent.success || sent.data.review === undefined) return usual.run(services, turn, data);
      const [partner] = onePartner.safeParse(sent.data.partners).data ?? [];
      return inReview.run(services, turn, { ...sent.data, partner });
    },
  };
}
