import { z } from 'zod';
import { contactActions } from '../contact/contact-actions.ts';
import { showHelp } from '../help/show-help.ts';
import { historyActions } from '../history/history-actions.ts';
import { invitationActions } from '../invitations/invitation-actions.ts';
import { askRemoval, partnerActions, removePermissions } from '../partners/partner-actions.ts';
import { providerActions } from '../providers/provider-actions.ts';
import { askReviewedRemoval, removeReviewed, reviewActions } from '../reviews/review-actions.ts';
import { tenantActions } from '../tenant/tenant-actions.ts';
import { action, type Action } from '../turn/action.ts';
import type { Access } from './access.ts';

const sentFromReview = z.looseObject({ review: z.unknown(), partners: z.unknown() });
const onePartner = z.tuple([z.unknown()]);

const actionsByVerb = {
  ...contactActions,
  'help.show': action(z.looseObject({}), (_services, turn) => showHelp(turn)),
  ...historyActions,
  ...invitationActions,
  ...partnerActions,
  'partner.remove': orInReview(removePermissions, removeReviewed),
  'partner.removeAsk': orInReview(askRemoval, askReviewedRemoval),
  ...providerActions,
  ...reviewActions,
  ...tenantActions,
};

/** What each verb takes of the person who presses. A verb without an entry does not compile. */
const verbAccess: Readonly<Record<keyof typeof actionsByVerb, Access>> = {
  'contact.open': 'read',
  'contact.requests': 'read',
  'contact.send': 'act',
  'help.show': 'search',
  'history.export': 'act',
  'history.search': 'act',
  'history.show': 'act',
  'invitation.authorize': 'act',
  'invitation.cancel': 'act',
  'invitation.confirm': 'act',
  'invitation.open': 'read',
  'invitations.cancel': 'act',
  'invitations.cancelAsk': 'act',
  'invitations.list': 'read',
  'partner.remove': 'act',
  'partner.removeAsk': 'act',
  'partner.settings': 'act',
  'partner.show': 'read',
  'partners.list': 'read',
  'partners.search': 'read',
  'provider.open': 'search',
  'providers.search': 'search',
  'providers.show': 'search',
  'review.finish': 'act',
  'review.keep': 'act',
  'review.remove': 'act',
  'review.removeAsk': 'act',
  'review.show': 'read',
  'review.skip': 'act',
  'review.start': 'act',
  'tenant.alert': 'read',
  'tenant.alerts': 'read',
  'tenant.done': 'act',
  'tenant.expected': 'act',
  'tenant.setup': 'act',
};

interface GatedAction extends Action {
  readonly access: Access;
}

/** The action of each verb that a card may send. A new action joins the map of its own folder. */
export const actions: ReadonlyMap<string, GatedAction> = new Map(
  Object.entries(actionsByVerb).map(([verb, known]) => {
    const access = verbAccess[verb as keyof typeof actionsByVerb];
    return [verb, { ...known, access }];
  }),
);

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
