import { providerId } from '../../../src/domain/identifiers.ts';
import { organizationSizes } from '../../../src/domain/providers/organization-size.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';

const countries =
  'US GB FR DE CA IN AU NL BR JP ES IT CH SE BE PL MX DK NO AT FI IE PT SG ZA NZ CN KR TR AE SA IL CZ HU RO GR MA TN DZ EG NG KE GH SN CI CM UG TZ ZM ZW AO MZ RW ET MG MU AR CL CO PE UY PY BO EC VE CR PA GT HN NI SV DO CU JM TT BS BB IS LU MT CY EE LV LT SK SI HR RS BA MK AL ME MD UA GE AM AZ KZ UZ KG MN TH VN MY ID PH TW HK LK BD NP PK QA KW BH OM JO LB IQ LY SD BW'.split(
    ' ',
  );
const syllables =
  'ba be bo bra ca ce co cor da de di do dra el en fa fi fo fra ga ge go gra ha he hu in jo ka ke ki la le li lo lu ma me mi mo mon na ne ni no o or pa pe pi pro qua ra re ri ro sa se si so sta ta te ti to tra u va ve vi vo wa we xi ya za zé ñe ö'.split(
    ' ',
  );
const endings = ['n', 'r', 's', 'x', 'tic', 'ton', 'ville', 'burg', 'lia', 'dex', 'via', 'nor', 'kam', 'so'];
const businessWords =
  'Solutions Consulting Cloud Systems Technologies Partners Services Group Digital Networks IT Software Labs Data Security Informatique Conseil Ingénierie Beratung Innovation Global Works Analytics Managed'.split(
    ' ',
  );
const services =
  'Cloud migration;Managed services;Licensing advice;Security assessment;Device deployment;Autopilot deployment;Data analytics;App development;Training;Help desk;Backup and recovery;Identity management;Compliance consulting;Change management;Network design;Endpoint management;Data protection;Project management;Business intelligence;Process automation;Hybrid work;Telephony;Meeting rooms;Email migration;Intranet design;Tenant consolidation;Cost optimisation;Disaster recovery;Penetration testing;Incident response;Custom integration;Machine learning;DevOps;Database administration;Virtual desktop;Procurement;Hardware leasing;Recycling;Accessibility audit;Sustainability reporting'.split(
    ';',
  );
const products =
  'Microsoft 365;Azure;Teams;Dynamics 365;Power BI;Windows;Intune;SharePoint;Exchange Online;Power Apps;Power Automate;Defender;Entra ID;Surface;Copilot;Purview;Sentinel;Autopilot;Viva;Visual Studio;SQL Server;GitHub;Fabric;Power Pages;Planner;Project;Visio;OneDrive;Windows 365;Azure Virtual Desktop;Business Central;Dynamics Sales;Dynamics Service;HoloLens;Teams Phone;Teams Rooms;Forms;Bookings;Loop;Stream'.split(
    ';',
  );
const industries =
  'Education;Healthcare;Manufacturing;Retail;Financial services;Government;Non-profit;Energy;Telecommunications;Media;Transport;Construction;Agriculture;Hospitality;Insurance;Legal;Real estate;Automotive;Aerospace;Pharmaceuticals;Mining;Logistics;Food;Sports;Defence'.split(
    ';',
  );
const designations = [
  'Solutions Partner for Modern Work',
  'Solutions Partner for Infrastructure',
  'Solutions Partner for Security',
  'Solutions Partner for Data & AI',
  'Solutions Partner for Digital & App Innovation',
  'Solutions Partner for Business Applications',
];

/** Repeatable random numbers (mulberry32), from 0 to below 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A large fictitious directory, always the same for a seed: 100,000 company names, 2,000 cities in 120 countries and a
 * text vocabulary of 5,000 words, the first of each far more frequent than the last (Zipf's law).
 */
export function* generateProviders(count: number, seed = 1): Generator<Provider> {
  const random = randomNumbers(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  /** Low numbers far more often than high ones (Zipf's law). */
  const zipfBelow = (limit: number): number => Math.floor((limit + 1) ** random()) - 1;
  const pick = <Item>(items: readonly Item[], index = zipfBelow(items.length)): Item => {
    const item = items[Math.min(index, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const several = <Item>(items: readonly Item[], least: number, most: number): Item[] => [
    ...new Set(Array.from({ length: least + below(most - least + 1) }, () => pick(items))),
  ];
  const word = (parts: number): string =>
    Array.from({ length: parts }, () => pick(syllables, below(syllables.length))).join('') +
    pick(endings, below(endings.length));
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const distinct = (size: number, make: () => string): string[] => {
    const made = new Set<string>();
    while (made.size < size) made.add(make());
    return [...made];
  };

  const names = distinct(100_000, () => capital(word(2 + below(2))));
  const cities = distinct(2000, () => capital(word(1 + below(3)))).map((city) => ({
    city,
    country: pick(countries),
  }));
  const vocabulary = distinct(5000, () => word(1 + below(3)));

  for (let index = 0; index < count; index++) {
    const { city, country } = pick(cities);
    const offered = { services: several(services, 1, 6), products: several(products, 1, 6) };
    const name = [pick(names, below(names.length)), ...several(businessWords, 1, 2)].join(' ');
    const phrase = Array.from({ length: 12 + below(16) }, () => pick(vocabulary)).join(' ');
    const host = `${index.toString(36)}.example.com`;
    yield {
      id: providerId(`${seed}-${index.toString(16).padStart(8, '0')}-4000-8000-000000000000`),
      name,
      description: `${capital(phrase)}. We deliver ${offered.services.join(', ')} with ${offered.products.join(', ')} in ${city}.`,
      website: `https://${host}`,
      email: `sales@${host}`,
      phone: `+1 555 ${String(1_000_000 + (index % 9_000_000))}`,
      country,
      city,
      ...offered,
      industries: several(industries, 1, 4),
      organizationSizes: several(organizationSizes, 1, 3),
      designations: several(designations, 0, 2),
      languages: ['en'],
      functions: several(solutionProviderFunctions, 1, 2),
    };
  }
}
