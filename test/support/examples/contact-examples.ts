import type { Actor } from '../../../src/domain/actor.ts';
import type { ContactDetails } from '../../../src/domain/contact/contact-details.ts';
import type { ContactForm } from '../../../src/domain/contact/contact-form.ts';
import { newContactRequest, type ContactRequest } from '../../../src/domain/contact/contact-request.ts';
import {
  contactRequestId,
  deliveryId,
  personId,
  providerId,
  tenantId,
} from '../../../src/domain/identifiers.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';

export const monday = instantFrom(Date.UTC(2026, 10, 23, 9));

export const megan: Actor = { tenant: tenantId('contoso'), person: personId('megan'), name: 'Megan Bowen' };
export const alex: Actor = { tenant: tenantId('contoso'), person: personId('alex'), name: 'Alex Wilber' };

/** The form as a card sends it. */
export const filledForm: ContactForm = {
  organizationName: 'Contoso',
  country: 'FR',
  city: 'Lyon',
  contactName: 'Megan Bowen',
  email: 'megan@contoso.example',
  phone: '+33 4 00 00 00 00',
  preferredLanguage: 'en',
  organizationSize: '51-250',
  industry: 'Education',
  products: 'Azure, Teams',
  needs: 'Move 200 mailboxes.\nBefore spring.',
  consent: 'true',
};

export const contactDetails: ContactDetails = {
  organizationName: 'Contoso',
  country: 'FR',
  city: 'Lyon',
  contactName: 'Megan Bowen',
  email: 'megan@contoso.example',
  phone: '+33 4 00 00 00 00',
  preferredLanguage: 'en',
  organizationSize: '51-250',
  industry: 'Education',
  products: 'Azure, Teams',
  needs: 'Move 200 mailboxes.\nBefore spring.',
};

export function exampleProvider(name: string, changes: Partial<Provider> = {}): Provider {
  const word = name.toLowerCase().replace(/[^a-z]/g, '');
  return {
    id: providerId(word),
    name,
    description: '',
    email: `sales@${word}.example`,
    country: 'FR',
    city: 'Lyon',
    services: [],
    products: [],
    industries: [],
    organizationSizes: [],
    designations: [],
    languages: [],
    functions: ['reseller'],
    ...changes,
  };
}

export const fabrikam = exampleProvider('Fabrikam');
export const northwind = exampleProvider('Northwind Traders');

export function exampleRequest(
  changes: Partial<Omit<ContactRequest, 'deliveries'>> = {},
  providers: readonly Provider[] = [fabrikam, northwind],
): ContactRequest {
  let emails = 0;
  const request = {
    id: contactRequestId('request-1'),
    reference: 'PD-7F3K-9Q2M',
    requestedBy: megan.person,
    requestedAt: monday,
    language: 'en',
    details: contactDetails,
    profileAddress: 'megan@contoso.example',
    ...changes,
  } as const;
  return newContactRequest(request, { providers, sendsCopy: true }, () =>
    deliveryId(`letter-${(emails += 1)}`),
  );
}
