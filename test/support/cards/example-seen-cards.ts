import type { ListedPartner } from '../../../src/application/partners/list-partners.ts';
import type { OpenedPartner } from '../../../src/application/partners/open-partner.ts';
import { day, later } from '../../../src/domain/instant.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import type { PartnerActivity } from '../../../src/domain/tenant/partner-activity.ts';
import type { ReadFailure, ReadOutcomes, TenantPart } from '../../../src/domain/tenant/tenant-reads.ts';
import type { TenantSnapshot } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { questionButtons } from '../../../src/teams/partners/ask-removal.ts';
import { partnerDetailsCard } from '../../../src/teams/partners/partner-details-view.ts';
import { partnerRemoveCard } from '../../../src/teams/partners/partner-remove-view.ts';
import { partnersCard } from '../../../src/teams/partners/partners-view.ts';
import { everyPartner } from '../../../src/teams/turn/every-partner.ts';
import { justNow, seenNow, standing } from '../examples/example-standings.ts';
import { hostileText } from '../examples/hostile-text.ts';
import { received } from '../examples/invitation-examples.ts';
import { exampleListed } from '../examples/listed-partner.ts';
import { snapshotOf } from '../examples/seen-partners.ts';
import { exampleCard } from './example-card.ts';
import { by, everything, longName, now, partnersPage, state } from './example-partner-cards.ts';

/** Everything that can be seen, with the longest names and every role. */
const hostileSeen = seenNow({
  id: everything().partner.id,
  name: { name: longName, domain: hostileText },
  heldRoles: roleTemplates.map(({ id }) => id),
  allowedRoles: [...roleTemplates.map(({ id }) => id), '00000000-0000-4000-8000-000000000777'],
  trust: { acceptsMfa: true, acceptsCompliantDevice: true, acceptsHybridJoinedDevice: true },
  sells: true,
});

const everythingConfirmed: PartnerRelationship = {
  ...everything(),
  functions: everything().functions.map((entry) => ({
    ...entry,
    effect: {
      kind: 'confirmed',
      at: received,
      completed: { by: `${hostileText} ${longName}`, at: received },
    } as const,
  })),
};

const whole = snapshotOf([], justNow);

/** A snapshot of which these parts were not read this time. */
function snapshotWithout(parts: readonly TenantPart[], why: ReadFailure, wholeAt = justNow): TenantSnapshot {
  const failed = { at: justNow, outcome: why, lastReadAt: wholeAt };
  const reads = parts.reduce((known, part) => ({ ...known, [part]: failed }), whole.reads);
  return { ...whole, lastCompleteAt: wholeAt, reads };
}

const neverWhole: TenantSnapshot = {
  partners: [],
  reads: { roles: { at: justNow, outcome: 'refused' }, providers: { at: justNow, outcome: 'refused' } },
};

const outcomes = (outcome: 'read' | ReadFailure): ReadOutcomes => ({
  audits: { at: justNow, outcome },
  signIns: { at: justNow, outcome },
});

const busy: PartnerActivity = {
  partner: standing.unknown.partner.id,
  signInsSince: received,
  lastSignInAt: justNow,
  signIns: [
    { at: justNow, application: 'Azure Portal', succeeded: true },
    { at: later(now, -day), application: 'Microsoft 365 admin center', succeeded: false },
  ],
  changesSince: received,
  changes: [
    {
      at: justNow,
      activity: 'Reset user password',
      by: 'oliver@litware.example',
      correlationId: '1',
      relation: 'by',
    },
    {
      at: justNow,
      activity: 'Add partner to company',
      by: 'EntraGDAP',
      correlationId: '2',
      relation: 'about',
    },
  ],
};
const { lastSignInAt: _last, ...without } = busy;
const idle: PartnerActivity = { ...without, signIns: [], changes: [] };
const hostileActivity: PartnerActivity = {
  ...busy,
  signIns: Array.from({ length: 50 }, () => ({ at: justNow, application: longName, succeeded: false })),
  changes: Array.from({ length: 50 }, () => ({
    at: justNow,
    activity: longName,
    by: longName,
    correlationId: '1',
    relation: 'by',
  })),
};

function opened(listed: ListedPartner, given: Partial<OpenedPartner> = {}): OpenedPartner {
  return {
    ...listed,
    known: { listedAs: 'notListed', contactedBefore: false },
    snapshot: { ...whole, reads: { ...whole.reads, ...outcomes('read') } },
    activity: undefined,
    mayRemove: true,
    maySet: true,
    rolesThatRemove: ['globalAdministrator', 'relationshipAdministrator'],
    history: [],
    ...given,
  };
}

const shown = { state: everyPartner, partnersPage };
const page = (partners: readonly ListedPartner[], snapshot: TenantSnapshot | undefined = whole) => ({
  partners,
  total: partners.length,
  offset: 0,
  snapshot,
  at: now,
});
const all = Object.values(standing);
const history = Array.from({ length: 5 }, () => ({
  at: received,
  by,
  event: {
    kind: 'partnerChangeRefused',
    partner: everything().partner.id,
    wanted: 'removeDelegatedAdmin',
    why: 'role',
  } as const,
}));
const everythingSeen = exampleListed(now, { relationship: everythingConfirmed, seen: hostileSeen });
const usages: Readonly<Record<string, Partial<OpenedPartner>>> = {
  busy: { activity: busy },
  idle: { activity: idle },
  'without licence': { snapshot: { ...whole, reads: outcomes('unlicensed') } },
  'without permission': { snapshot: { ...whole, reads: outcomes('refused') } },
  'not read': { snapshot: { ...whole, reads: {} } },
};

/** Cards about what Microsoft 365 shows of partners, beside what was decided here. */
export const exampleSeenCards = [
  exampleCard(partnersCard, 'seen, what needs attention', (messages) =>
    partnersCard(messages, page(all.slice(0, 5)), everyPartner),
  ),
  exampleCard(partnersCard, 'seen, the others', (messages) =>
    partnersCard(messages, page(all.slice(5)), everyPartner),
  ),
  exampleCard(partnersCard, 'seen long ago', (messages) =>
    partnersCard(messages, page([standing.confirmed], snapshotOf([], later(now, -(3 * day)))), everyPartner),
  ),
  exampleCard(partnersCard, 'seen in part', (messages) => {
    const snapshot = snapshotWithout(['roles', 'subscriptions'], 'refused', later(now, -day));
    return partnersCard(messages, page([standing.confirmed], snapshot), everyPartner);
  }),
  exampleCard(partnersCard, 'never read whole', (messages) =>
    partnersCard(messages, page([standing.notRead], neverWhole), everyPartner),
  ),
  exampleCard(partnersCard, 'not read yet', (messages) =>
    partnersCard(messages, { ...page([]), snapshot: undefined }, everyPartner),
  ),
  exampleCard(partnersCard, 'seen, a full page', (messages) => {
    const five = [0, 1, 2, 3, 4].map((number) =>
      exampleListed(now, {
        relationship: everything(number),
        seen: { ...hostileSeen, id: everything(number).partner.id },
      }),
    );
    const parts = ['providers', 'roles', 'allowedRoles', 'subscriptions'] as const;
    const found = { ...page(five, snapshotWithout(parts, 'refused')), total: 12_345, offset: 5 };
    return partnersCard(messages, found, state, messages.partner.unknownName(hostileText));
  }),
  ...Object.entries(standing).map(([name, listed]) =>
    exampleCard(partnerDetailsCard, `seen, ${name}`, (messages) =>
      partnerDetailsCard(messages, opened(listed), shown),
    ),
  ),
  ...Object.entries(usages).map(([name, given]) =>
    exampleCard(partnerDetailsCard, `used, ${name}`, (messages) =>
      partnerDetailsCard(messages, opened(standing.unknown, given), shown),
    ),
  ),
  exampleCard(partnerDetailsCard, 'seen, everything at once', (messages) => {
    const snapshot = snapshotWithout(['roles', 'allowedRoles', 'subscriptions', 'providers'], 'refused');
    const given = { snapshot, activity: hostileActivity, history };
    return partnerDetailsCard(messages, opened(everythingSeen, given), {
      ...shown,
      state,
      note: hostileText,
    });
  }),
  exampleCard(partnerRemoveCard, 'seen, unknown', (messages) => {
    const asked = [standing.unknown];
    return partnerRemoveCard(messages, asked, questionButtons(messages, asked, everyPartner));
  }),
];
