import { providerId } from '../../src/domain/identifiers.ts';
import type { Provider } from '../../src/domain/provider.ts';

/** Twelve providers: enough for three pages, with one that tries to write Markdown. */
export const exampleProviders: readonly Provider[] = [
  example('fabrikam', 'Fabrikam Lyon', 'FR', 'Lyon', ['Licensing'], ['Azure', 'Microsoft 365'], ['reseller']),
  example('contoso', 'Contoso Paris', 'FR', 'Paris', ['Consulting'], ['Teams'], ['reseller', 'delegatedAdministrator']),
  example('litware', 'Litware Montréal', 'CA', 'Montréal', ['Windows Autopilot'], ['Intune', 'Windows'], ['oemPcPartner']),
  example('adatum', 'Adatum Berlin', 'DE', 'Berlin', ['Consulting'], ['Azure'], ['reseller']),
  example('proseware', 'Proseware London', 'GB', 'London', ['Integration'], ['Azure', 'Power BI'], ['partner']),
  example('northwind', 'Northwind Traders Madrid', 'ES', 'Madrid', ['Licensing'], ['Microsoft 365'], ['reseller']),
  example('tailspin', 'Tailspin Lyon', 'FR', 'Lyon', ['Integration'], ['Azure'], ['reseller']),
  example('woodgrove', 'Woodgrove Toronto', 'CA', 'Toronto', ['Consulting'], ['Dynamics 365'], ['mpsaPartner']),
  example('vanarsdel', 'VanArsdel Brussels', 'BE', 'Brussels', ['Licensing'], ['Teams'], ['reseller']),
  example('trey', 'Trey Research Oslo', 'NO', 'Oslo', ['Custom solution'], ['Power BI'], ['lineOfBusinessPartner']),
  example('wingtip', 'Wingtip Geneva', 'CH', 'Geneva', ['Consulting'], ['Azure'], ['delegatedAdministrator']),
  example('evil', '**[Free licences](http://evil.example)**', 'IE', 'Dublin', ['Licensing'], ['Azure'], ['reseller']),
];

function example(
  id: string,
  name: string,
  country: string,
  city: string,
  services: readonly string[],
  products: readonly string[],
  functions: Provider['functions'],
): Provider {
  return {
    id: providerId(`00000000-0000-4000-8000-${id.padEnd(12, '0').slice(0, 12)}`),
    name,
    description: `${name} is fictitious.`,
    website: `https://${id}.example`,
    email: `hello@${id}.example`,
    phone: '+33 1 99 00 12 34',
    country,
    city,
    services,
    products,
    industries: ['Education'],
    organizationSizes: ['10-50', '51-250'],
    designations: ['Solutions Partner for Security'],
    languages: ['en', 'fr'],
    functions,
  };
}
