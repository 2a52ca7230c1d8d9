/** The fields of the contact form, in display order. */
export const contactFields = [
  'organizationName',
  'country',
  'city',
  'contactName',
  'email',
  'phone',
  'preferredLanguage',
  'organizationSize',
  'industry',
  'products',
  'needs',
  'consent',
] as const;
export type ContactField = (typeof contactFields)[number];

/** What is wrong with one field. */
export type ContactProblem =
  | { readonly field: ContactField; readonly problem: 'tooLong'; readonly limit: number }
  | {
      readonly field: ContactField;
      readonly problem:
        'required' | 'notAnEmail' | 'notAPhoneNumber' | 'notAChoice' | 'consentMissing' | 'addressOrLink';
    };
