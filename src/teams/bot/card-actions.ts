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
  finishReview,
  keepPartner,
  showReview,
  skipPartner,
  startReview,
} from '../reviews/review-actions.ts';
import { action, type Action } from '../turn/action.ts';

/** Every verb that a card can send, with what it does. A new action is one line here. */
export const actions: ReadonlyMap<string, Action> = new Map([
  ['contact.open', openContact],
  ['contact.requests', showContactRequests],
  ['contact.send', sendContact],
  ['help.show', action(z.looseObject({}), showHelp)],
  ['history.export', exportHistory],
  ['history.search', searchHistory],
  ['history.show', showHistory],
  ['invitation.authorize', authorize],
  ['invitation.cancel', cancel],
  ['invitation.confirm', confirmAuthorization],
  ['invitation.open', openInvitationCard],
  ['invitations.list', showInvitations],
  ['partner.remove', removePermissions],
  ['partner.removeAsk', askRemoval],
  ['partner.settings', setForPartner],
  ['partner.show', openPartnerDetails],
  ['partners.list', showPartners],
  ['partners.search', searchPartners],
  ['provider.open', openProviderDetails],
  ['providers.search', searchProviders],
  ['providers.show', showProviders],
  ['review.finish', finishReview],
  ['review.keep', keepPartner],
  ['review.show', showReview],
  ['review.skip', skipPartner],
  ['review.start', startReview],
]);
