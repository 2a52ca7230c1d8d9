import type { PersonId } from '../identifiers.ts';
import type { Language } from '../language.ts';
import type { TimeZone } from '../time-zone.ts';
import type { ContactDetails } from './contact-details.ts';
import type { RecentContact } from './recent-contacts.ts';

/** What the desk remembers about a person between conversations. */
export interface Person {
  readonly id: PersonId;
  /** The language that the person asked for; without it, the activity's locale decides. */
  readonly language?: Language;
  /** That their client told last; without it, dates are in UTC. */
  readonly timeZone?: TimeZone;
  /** The last contact form that was sent, to fill in the next one; `needs` is asked anew each time. */
  readonly lastContactDetails?: Omit<ContactDetails, 'needs'>;
  /** What was sent to whom within the last minute, so that a second press sends nothing. */
  readonly recentContacts?: readonly RecentContact[];
}
