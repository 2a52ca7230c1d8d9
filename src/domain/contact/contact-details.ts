import type { Language } from '../language.ts';
import type { OrganizationSize } from '../providers/organization-size.ts';

/** What an administrator tells the contacted providers. Trimmed; `phone`, `industry` and `products` are optional. */
export interface ContactDetails {
  readonly organizationName: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly city: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone?: string;
  /** The language that the providers should write in. */
  readonly preferredLanguage: Language;
  readonly organizationSize: OrganizationSize;
  readonly industry?: string;
  /** Products and services of interest. */
  readonly products?: string;
  /** The only multi-line answer; lines end in `\n`. */
  readonly needs: string;
}
