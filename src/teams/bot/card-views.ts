import type { noticeView } from '../cards/notice-view.ts';
import type { contactFormView } from '../contact/contact-form-view.ts';
import type { contactGivenUpView } from '../contact/contact-given-up-view.ts';
import type { contactRequestsView } from '../contact/contact-requests-view.ts';
import type { contactSentView } from '../contact/contact-sent-view.ts';
import type { helpView } from '../help/help-view.ts';
import type { historyView } from '../history/history-view.ts';
import type { invitationConfirmView } from '../invitations/invitation-confirm-view.ts';
import type { invitationOutcomeView } from '../invitations/invitation-outcome-view.ts';
import type { invitationView } from '../invitations/invitation-view.ts';
import type { invitationsView } from '../invitations/invitations-view.ts';
import type { warningView } from '../invitations/warning-view.ts';
import type { accessEndView } from '../partners/access-end-view.ts';
import type { partnerDetailsView } from '../partners/partner-details-view.ts';
import type { partnerRemoveView } from '../partners/partner-remove-view.ts';
import type { partnerRemovedView } from '../partners/partner-removed-view.ts';
import type { partnersView } from '../partners/partners-view.ts';
import type { providerView } from '../providers/provider-view.ts';
import type { providersView } from '../providers/providers-view.ts';
import type { reviewDueView } from '../reviews/review-due-view.ts';
import type { reviewSummaryView } from '../reviews/review-summary-view.ts';
import type { reviewView } from '../reviews/review-view.ts';

/** Each card with what its template binds. A template is `cards/<name>.json`. */
export interface CardViews {
  readonly 'access-end': ReturnType<typeof accessEndView>;
  readonly 'contact-form': ReturnType<typeof contactFormView>;
  readonly 'contact-given-up': ReturnType<typeof contactGivenUpView>;
  readonly 'contact-requests': ReturnType<typeof contactRequestsView>;
  readonly 'contact-sent': ReturnType<typeof contactSentView>;
  readonly help: ReturnType<typeof helpView>;
  readonly history: ReturnType<typeof historyView>;
  readonly invitation: ReturnType<typeof invitationView>;
  readonly 'invitation-confirm': ReturnType<typeof invitationConfirmView>;
  readonly 'invitation-outcome': ReturnType<typeof invitationOutcomeView>;
  readonly invitations: ReturnType<typeof invitationsView>;
  readonly notice: ReturnType<typeof noticeView>;
  readonly partner: ReturnType<typeof partnerDetailsView>;
  readonly 'partner-remove': ReturnType<typeof partnerRemoveView>;
  readonly 'partner-removed': ReturnType<typeof partnerRemovedView>;
  readonly partners: ReturnType<typeof partnersView>;
  readonly provider: ReturnType<typeof providerView>;
  readonly providers: ReturnType<typeof providersView>;
  readonly review: ReturnType<typeof reviewView>;
  readonly 'review-due': ReturnType<typeof reviewDueView>;
  readonly 'review-summary': ReturnType<typeof reviewSummaryView>;
  readonly warning: ReturnType<typeof warningView>;
}
