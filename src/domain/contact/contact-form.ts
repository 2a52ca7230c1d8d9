import type { Actor } from '../actor.ts';
import type { ContactField, ContactProblem } from '../contact-problem.ts';
import { isCountry } from '../country.ts';
import { DomainError } from '../domain-error.ts';
import { emailAddress, maxEmailAddressLength } from '../email-address.ts';
import { languages } from '../language.ts';
import { holdsAddressOrLink, plainName } from './plain-name.ts';
import { oneLine, severalLines } from '../plain-text.ts';
import { organizationSizes } from '../providers/organization-size.ts';
import type { ContactDetails } from './contact-details.ts';
import type { Person } from './person.ts';

/**
 * The submitted form. Consent is `true`, or `"true"` as a card sends it; in other fields, non-strings count as empty.
 */
export type ContactForm = Readonly<Partial<Record<ContactField, unknown>>>;

/** The maximum length of each field, in UTF-16 units as a card counts them. */
export const contactLimits = {
  organizationName: 256,
  city: 128,
  contactName: 256,
  email: maxEmailAddressLength,
  phone: 64,
  industry: 128,
  products: 512,
  needs: 2000,
} as const;
type TextField = keyof typeof contactLimits;

const minDigitsOfPhoneNumber = 3;

/** @throws DomainError('contact-form-invalid') with every problem, in the order of the fields */
export function readContactForm(form: ContactForm): ContactDetails {
  const problems: ContactProblem[] = [];

  function text(field: TextField, clean: (typed: string) => string = oneLine): string {
    const value = clean(typed(form, field));
    const limit = contactLimits[field];
    if (value.length > limit) problems.push({ field, problem: 'tooLong', limit });
    return value;
  }

  /** Names stand in subjects and beside addresses, where a link would be taken for the desk's own. */
  function checkName(field: TextField, value: string): string {
    if (holdsAddressOrLink(value)) problems.push({ field, problem: 'addressOrLink' });
    return value;
  }

  function requiredText(field: TextField, clean?: (typed: string) => string): string {
    const value = text(field, clean);
    if (value === '') problems.push({ field, problem: 'required' });
    return value;
  }

  function choice<Option extends string>(
    field: ContactField,
    find: (value: string) => Option | undefined,
  ): Option | undefined {
    const value = oneLine(typed(form, field));
    const option = find(value);
    if (option === undefined) problems.push({ field, problem: value === '' ? 'required' : 'notAChoice' });
    return option;
  }

  const organizationName = checkName('organizationName', requiredText('organizationName'));
  const country = choice('country', (value) => [value.toUpperCase()].find(isCountry));
  const city = checkName('city', requiredText('city'));
  const contactName = checkName('contactName', requiredText('contactName'));
  const typedEmail = requiredText('email');
  const email = emailAddress(typedEmail);
  if (email === undefined && typedEmail !== '' && typedEmail.length <= contactLimits.email) {
    problems.push({ field: 'email', problem: 'notAnEmail' });
  }
  const phone = checkName('phone', text('phone'));
  if (phone !== '' && digitsIn(phone) < minDigitsOfPhoneNumber) {
    problems.push({ field: 'phone', problem: 'notAPhoneNumber' });
  }
  const preferredLanguage = choice('preferredLanguage', (value) =>
    languages.find((known) => known === value),
  );
  const organizationSize = choice('organizationSize', (value) =>
    organizationSizes.find((known) => known === value),
  );
  const industry = checkName('industry', text('industry'));
  const products = text('products');
  const needs = requiredText('needs', severalLines);
  if (form.consent !== true && form.consent !== 'true') {
    problems.push({ field: 'consent', problem: 'consentMissing' });
  }

  if (
    problems.length > 0 ||
    country === undefined ||
    email === undefined ||
    preferredLanguage === undefined ||
    organizationSize === undefined
  ) {
    throw new DomainError('contact-form-invalid', { problems });
  }
  return {
    organizationName,
    country,
    city,
    contactName,
    email,
    ...(phone === '' ? {} : { phone }),
    preferredLanguage,
    organizationSize,
    ...(industry === '' ? {} : { industry }),
    ...(products === '' ? {} : { products }),
    needs,
  };
}

/** The initial values of the form: the person's last answers, or the name from the channel if it is no more than that. */
export function prefillContactForm(
  person: Person | undefined,
  actor: Actor,
): Readonly<Partial<Record<ContactField, string>>> {
  const contactName = plainName(actor.name);
  return person?.lastContactDetails ?? (contactName === '' ? {} : { contactName });
}

function typed(form: ContactForm, field: ContactField): string {
  const value = form[field];
  return typeof value === 'string' ? value : '';
}

function digitsIn(value: string): number {
  return value.replace(/\P{Nd}/gu, '').length;
}
