import { activity } from './en/activity.ts';
import { alert } from './en/tenant/alert.ts';
import { atMicrosoft } from './en/tenant/at-microsoft.ts';
import { cancelling } from './en/cancelling.ts';
import { contact } from './en/contact.ts';
import { decision } from './en/decision.ts';
import { desk } from './en/desk.ts';
import { errors } from './en/errors.ts';
import { history } from './en/history.ts';
import { invitation } from './en/invitation.ts';
import { links } from './en/links.ts';
import { mail } from './en/mail.ts';
import { mailOrigin } from './en/mail-origin.ts';
import { partner } from './en/partner.ts';
import { reminder } from './en/reminder.ts';
import { review } from './en/review.ts';
import { roles } from './en/roles.ts';
import { provider, search } from './en/search.ts';
import { mailbox } from './en/tenant/mailbox.ts';
import { setup } from './en/tenant/setup.ts';
import { standing } from './en/standing.ts';
import { tenant } from './en/tenant/tenant.ts';
import { vocabulary } from './en/vocabulary.ts';

/** The English catalogue. It defines the type of all others, so a missing translation does not compile. */
export const en = {
  activity,
  alert,
  atMicrosoft,
  cancelling,
  contact,
  decision,
  desk,
  errors,
  history,
  invitation,
  links,
  mail,
  mailOrigin,
  partner,
  provider,
  reminder,
  review,
  roles,
  search,
  mailbox,
  setup,
  standing,
  tenant,
  vocabulary,
};
