import type { PersonId } from '../identifiers.ts';
import type { Language } from '../language.ts';
import type { TimeZone } from '../time-zone.ts';
import type { ContactDetails } from './contact-details.ts';
import type { SentContacts } from './contact-limits.ts';
import type { RecentContact } from './recent-contacts.ts';

/** What the desk remembers about a person between conversations. */
export interface Person {
  readonly id: PersonId;
  /** The language that the person asked for; otherwise the activity's locale decides. */
  readonly language?: Language;
  /** As their client last reported; otherwise dates are in UTC. */
  readonly timeZone?: TimeZone;
  /** The last contact form that was sent, to prefill the next; `needs` is never prefilled. */
  readonly lastContactDetails?: Omit<ContactDetails, 'needs'>;
  /** What was sent to whom within the last minute, so that a double press sends nothing twice. */
  readonly recentContacts?: readonly RecentContact[];
  /** How much was sent within the last day, for the limits. */
  readonly sentContacts?: readonly SentContacts[];
}
