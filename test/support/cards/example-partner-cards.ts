import type { ListedPartner } from '../../../src/application/partners/list-partners.ts';
import type { OpenedPartner } from '../../../src/application/partners/open-partner.ts';
import { personId, providerId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { isRemoved, removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { questionButtons } from '../../../src/teams/partners/ask-removal.ts';
import { partnerDetailsCard } from '../../../src/teams/partners/partner-details-view.ts';
import {
  maxTicked,
  toPartners,
  type PartnerListState,
} from '../../../src/teams/partners/partner-list-state.ts';
import { partnerRemoveCard } from '../../../src/teams/partners/partner-remove-view.ts';
import { partnerRemovedCard } from '../../../src/teams/partners/partner-removed-view.ts';
import { partnersCard } from '../../../src/teams/partners/partners-view.ts';
import { everyPartner } from '../../../src/teams/turn/every-partner.ts';
import { exampleRelationship } from '../examples/example-relationship.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { exampleListed } from '../examples/listed-partner.ts';
import { offerOf, received } from '../examples/invitation-examples.ts';
import { exampleCard } from './example-card.ts';

export const longName = `${hostileText} ${'Wide World Importers '.repeat(20)}`.slice(0, 256);
export const by = { person: personId('adele'), name: hostileText };
export const now = later(received, 100 * 24 * 60 * 60 * 1000);
const id = (number: number) =>
  providerId(`00000000-0000-4000-8000-0000000006${String(number).padStart(2, '0')}`);

/** The list state after the longest search, with the most partners ticked. */
export const state: PartnerListState = {
  text: longName.slice(0, 200),
  function: 'lineOfBusinessPartner',
  onlyDelegated: true,
  offset: 5,
  ticked: Array.from({ length: maxTicked }, (_, number) => id(number)),
};

function hostile(offer: DatedOffer, number = 0): DatedOffer {
  const name = { value: longName, claimed: true };
  const domain = { value: hostileText, claimed: true };
  return { ...offer, partner: { id: id(number), idIsGuess: true, name, domain } };
}

/** Every role, an unknown one, and classic administration. */
export function everything(number = 0): PartnerRelationship {
  const roles = [...roleTemplates.map((template) => template.id), '00000000-0000-4000-8000-000000000777'];
  const granular: DatedOffer = {
    ...offerOf('resellerAndDelegatedAdministrator'),
    delegatedAdmin: {
      kind: 'granular',
      roles: { value: roles, claimed: false },
      durationDays: { value: 110, claimed: false },
      autoExtends: { value: true, claimed: false },
    },
  };
  const others = solutionProviderFunctions
    .map(offerOf)
    .map((offer) => (offer.delegatedAdmin.kind === 'none' ? offer : { ...offer, delegatedAdmin: classic }))
    .map((offer) => hostile(offer, number));
  const relationship = exampleRelationship(hostile(granular, number), ...others);
  return {
    ...relationship,
    functions: relationship.functions.map((entry) => ({ ...entry, authorizedBy: by })),
  };
}
const classic = { kind: 'classic' } as const;

const page = 'https://admin.microsoft.com/Adminportal/Home#/partners';
const effects = [
  { kind: 'inEffect' },
  { kind: 'recorded' },
  { kind: 'awaiting', since: received, adminCenterPage: page },
  { kind: 'confirmed', at: received },
] as const;
const removals = effects.map((effect, number) =>
  removeDelegatedAdmin(everything(number), { by, at: now, reason: hostileText, effect }),
);

const ended: PartnerRelationship = {
  ...exampleRelationship(),
  delegatedAdmin: { kind: 'ended', at: received, grants: [] },
};

const listed = (relationship: PartnerRelationship): ListedPartner => exampleListed(now, { relationship });
export const partnersPage = 'https://admin.microsoft.com/Adminportal/Home#/partners';

function opened(relationship: PartnerRelationship, changes: Partial<OpenedPartner> = {}): OpenedPartner {
  const change = { settings: { kind: 'account', userPrincipalName: 'fabrikam@contoso.example' } } as const;
  const about = { partner: relationship.partner.id, wanted: 'removeDelegatedAdmin', why: 'role' } as const;
  return {
    ...listed({
      ...relationship,
      functions: relationship.functions.map((entry) =>
        entry.function === 'partner' ? { ...entry, ...change } : entry,
      ),
    }),
    known: { listedAs: 'notAsked', contactedBefore: false },
    snapshot: undefined,
    activity: undefined,
    mayRemove: true,
    maySet: true,
    rolesThatRemove: ['globalAdministrator', 'relationshipAdministrator'],
    history: Array.from({ length: 5 }, () => ({
      at: received,
      by,
      event: { kind: 'partnerChangeRefused', ...about },
    })),
    ...changes,
  };
}

const five = [0, 1, 2, 3, 4].map((number) => listed(everything(number)));

export const examplePartnerCards = [
  exampleCard(partnersCard, 'a full page', (messages) => {
    const found = { partners: five, total: 12_345, offset: 5, snapshot: undefined, at: now };
    return partnersCard(messages, found, state, messages.partner.unknownName(hostileText));
  }),
  exampleCard(partnersCard, 'each state of permissions', (messages) => {
    const partners = [exampleRelationship(offerOf('reseller')), exampleRelationship(), ended].map(listed);
    return partnersCard(
      messages,
      { partners, total: 3, offset: 0, snapshot: undefined, at: now },
      everyPartner,
    );
  }),
  exampleCard(partnersCard, 'each state of a removal', (messages) => {
    const partners = removals.map(listed);
    return partnersCard(
      messages,
      { partners, total: removals.length, offset: 0, snapshot: undefined, at: now },
      everyPartner,
    );
  }),
  exampleCard(partnersCard, 'none', (messages) =>
    partnersCard(messages, { partners: [], total: 0, offset: 0, snapshot: undefined, at: now }, everyPartner),
  ),
  exampleCard(partnerDetailsCard, 'everything at once', (messages) =>
    details(messages, opened(everything())),
  ),
  exampleCard(partnerDetailsCard, 'in the directory', (messages) =>
    details(messages, opened(everything(), { known: inDirectory, mayRemove: false })),
  ),
  ...removals.map((relationship) =>
    exampleCard(partnerDetailsCard, `removed, ${relationship.delegatedAdmin.effect.kind}`, (messages) =>
      details(messages, opened(relationship, { history: [] })),
    ),
  ),
  exampleCard(partnerRemoveCard, 'one', (messages) => question(messages, five.slice(0, 1))),
  exampleCard(partnerRemoveCard, 'as many as can be', (messages) =>
    question(
      messages,
      Array.from({ length: maxTicked }, (_, number) => listed(everything(number))),
    ),
  ),
  exampleCard(partnerRemovedCard, 'each outcome', (messages) => outcomes(messages, true)),
  exampleCard(partnerRemovedCard, 'all well', (messages) => outcomes(messages, false)),
  ...removals
    .filter(isRemoved)
    .map((relationship) =>
      exampleCard(partnerRemovedCard, relationship.delegatedAdmin.effect.kind, (messages) =>
        partnerRemovedCard(messages, [{ kind: 'removed', relationship }], toPartners(messages, state)),
      ),
    ),
];

const inDirectory = {
  listedAs: {
    id: id(0),
    name: longName,
    description: '',
    email: 'hello@provider.example',
    country: 'FR',
    city: hostileText,
    services: [],
    products: [],
    industries: [],
    organizationSizes: [],
    designations: [],
    languages: [],
    functions: [],
  },
  contactedBefore: true,
} satisfies OpenedPartner['known'];

function details(messages: Messages, partner: OpenedPartner): AdaptiveCard {
  return partnerDetailsCard(messages, partner, { state, note: hostileText, partnersPage });
}

function question(messages: Messages, asked: readonly ListedPartner[]) {
  return partnerRemoveCard(messages, asked, questionButtons(messages, asked, state));
}

function outcomes(messages: Messages, someFail: boolean): AdaptiveCard {
  const why = messages.errors['store-unavailable']({}, messages.format);
  const done = Array.from({ length: someFail ? 3 : 1 }, () => removals)
    .flat()
    .filter(isRemoved)
    .map((relationship) => ({ kind: 'removed', relationship }) as const);
  const failed = someFail ? [{ kind: 'failed', name: longName, why } as const] : [];
  const goOn = toPartners(messages, state);
  return partnerRemovedCard(messages, [...done, ...failed], goOn);
}
