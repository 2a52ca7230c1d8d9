import { generateProviders } from '../support/examples/generate-providers.ts';

/** Number of conversations, one per person. */
export const conversations = 500;
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

const providers = [...generateProviders(1000)];

/** Different searches for providers that exist. */
const questions = providers.flatMap(({ name, city, country, products, services }) => {
  const [product = 'Azure'] = products;
  const [service = 'Training'] = services;
  const place = countryNames.of(country) ?? country;
  return [
    `I need a reseller in ${city} for ${product}`,
    `find a provider in ${place}`,
    `find ${name}`,
    `who can help us with ${service} in ${place}?`,
    `je cherche un revendeur à ${city}`,
    `find ${withTypo(name)}`,
    `trouver un partenaire ${product}`,
  ];
});

/** The name without one of its letters. */
function withTypo(name: string): string {
  const at = Math.min(3, name.length - 1);
  return name.slice(0, at) + name.slice(at + 1);
}

/** Messages in many conversations, as JSON, as Teams sends them. */
export function saidActivities(serviceUrl: string): string[] {
  return questions.map((text, index) =>
    JSON.stringify({ ...activity(serviceUrl, index), type: 'message', text, textFormat: 'plain' }),
  );
}

/** Presses of the results card in many conversations: half of them page, half search with text and filters. */
export function pressedActivities(serviceUrl: string): string[] {
  return providers.map(({ name, city, country, products: [product = 'Azure'] }, index) => {
    const word = [name, city, product, withTypo(name)][index % 4] ?? name;
    const filters = index % 3 === 0 ? { offering: product } : { country };
    const state = { text: '', filters, offset: 5 * (index % 9), ticked: [] };
    const action =
      index % 2 === 0
        ? { verb: 'providers.show', data: { state } }
        : { verb: 'providers.search', data: { state, text: word, country, offering: 'any' } };
    const value = { action: { type: 'Action.Execute', ...action }, trigger: 'manual' };
    return JSON.stringify({
      ...activity(serviceUrl, index),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
      replyToId: '1700000000000',
    });
  });
}

function activity(serviceUrl: string, index: number) {
  const place = index % conversations;
  const person = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
  const tenant = `00000000-0000-4000-9000-${String(place % 5).padStart(12, '0')}`;
  return {
    id: String(1_700_000_000_000 + index),
    timestamp: '2026-11-20T09:30:00.000Z',
    localTimestamp: '2026-11-20T10:30:00.000+01:00',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, name: 'Adele Vance', aadObjectId: person },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    entities: [
      { type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'Europe/Paris' },
    ],
    locale: index % 3 === 0 ? 'fr-FR' : 'en-US',
  };
}
