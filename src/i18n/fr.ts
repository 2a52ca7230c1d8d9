import type { en } from './en.ts';
import { activity } from './fr/activity.ts';
import { alert } from './fr/tenant/alert.ts';
import { atMicrosoft } from './fr/tenant/at-microsoft.ts';
import { cancelling } from './fr/cancelling.ts';
import { contact } from './fr/contact.ts';
import { decision } from './fr/decision.ts';
import { desk } from './fr/desk.ts';
import { errors } from './fr/errors.ts';
import { history } from './fr/history.ts';
import { invitation } from './fr/invitation.ts';
import { links } from './fr/links.ts';
import { mail } from './fr/mail.ts';
import { mailOrigin } from './fr/mail-origin.ts';
import { partner } from './fr/partner.ts';
import { reminder } from './fr/reminder.ts';
import { review } from './fr/review.ts';
import { roles } from './fr/roles.ts';
import { provider, search } from './fr/search.ts';
import { mailbox } from './fr/tenant/mailbox.ts';
import { setup } from './fr/tenant/setup.ts';
import { standing } from './fr/standing.ts';
import { tenant } from './fr/tenant/tenant.ts';
import { vocabulary } from './fr/vocabulary.ts';

/** The French catalogue. */
export const fr: typeof en = {
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
