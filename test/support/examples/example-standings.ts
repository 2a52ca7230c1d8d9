import type { ListedPartner } from '../../../src/application/partners/list-partners.ts';
import { providerId } from '../../../src/domain/identifiers.ts';
import { day, later } from '../../../src/domain/instant.ts';
import type { Effect } from '../../../src/domain/invitations/invitation-status.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import type { Standing } from '../../../src/domain/tenant/standing.ts';
import { microsoftSupport, type SeenPartner } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { exampleRelationship } from './example-relationship.ts';
import {
  fabrikam,
  globalAdministrator,
  granularOffer,
  megan,
  offerOf,
  received,
  userAdministrator,
} from './invitation-examples.ts';
import { exampleListed } from './listed-partner.ts';
import { seenPartner } from './seen-partners.ts';

/** A hundred days after the invitations came in. */
const now = later(received, 100 * day);
const partnersPage = 'https://admin.microsoft.com/Adminportal/Home#/partners';
const helpdeskAdministrator = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
export const justNow = later(now, -(20 * 60_000));
const { person, name: meganName } = megan;
const byMegan = { person, name: meganName };

function named(name: string, number: number): Pick<SeenPartner, 'id' | 'name'> {
  return { id: providerId(`0000000${number}-1111-4000-8000-00000000000${number}`), name: { name } };
}

/** Seen twenty minutes ago. */
export const seenNow = (given: Partial<SeenPartner> = {}): SeenPartner =>
  seenPartner({ allowedRoles: [], sells: false, lastSeenAt: justNow, ...given });

function decided(name: string, number: number, effect: Effect): PartnerRelationship {
  const partner = { ...fabrikam, ...named(name, number), name: { value: name, claimed: false } };
  const relationship = exampleRelationship({ ...granularOffer, partner });
  const functions = relationship.functions.map((entry) => ({ ...entry, effect }));
  return { ...relationship, functions };
}

const awaited: Effect = { kind: 'awaiting', since: received, adminCenterPage: partnersPage };
const confirmed: Effect = {
  kind: 'confirmed',
  at: later(received, 2 * day),
  completed: { by: 'megan@contoso.com', at: later(received, 2 * day) },
};

function removed(name: string, number: number, effect: Effect): PartnerRelationship {
  const active = decided(name, number, confirmed);
  return removeDelegatedAdmin(active, { by: byMegan, at: later(now, -(3 * day)), effect });
}

const list = (given: Parameters<typeof exampleListed>[1]): ListedPartner => exampleListed(now, given);

/** A partner in each standing, what needs attention first. */
export const standing = {
  unknown: list({
    seen: seenNow({
      ...named('Litware Cloud Services', 1),
      heldRoles: [globalAdministrator, helpdeskAdministrator],
      trust: { acceptsMfa: true, acceptsCompliantDevice: true, acceptsHybridJoinedDevice: false },
      sells: true,
    }),
  }),
  returned: list({
    relationship: removed('Proseware', 2, { kind: 'confirmed', at: later(now, -(2 * day)) }),
    seen: seenNow({ ...named('Proseware', 2), heldRoles: [userAdministrator] }),
  }),
  more: list({
    relationship: decided('Fabrikam', 3, confirmed),
    seen: seenNow({
      ...named('Fabrikam', 3),
      heldRoles: [userAdministrator, helpdeskAdministrator],
      allowedRoles: [userAdministrator, helpdeskAdministrator, globalReader],
    }),
  }),
  gone: list({
    relationship: decided('Woodgrove', 4, confirmed),
    seen: seenNow({
      ...named('Woodgrove', 4),
      heldRoles: [userAdministrator],
      lastSeenAt: later(now, -(2 * day)),
      absent: { reads: 2, since: later(now, -day), countedAt: justNow },
    }),
  }),
  awaiting: list({ relationship: decided('Tailspin Toys', 5, awaited) }),
  awaitingRemoval: list({
    relationship: removed('Northwind Traders', 6, awaited),
    seen: seenNow({ ...named('Northwind Traders', 6), heldRoles: [userAdministrator] }),
  }),
  confirmed: list({
    relationship: decided('Adatum', 7, confirmed),
    seen: seenNow({
      ...named('Adatum', 7),
      heldRoles: [userAdministrator],
      allowedRoles: [userAdministrator],
    }),
  }),
  notShown: list({ relationship: exampleRelationship(offerOf('lineOfBusinessPartner')) }),
  resellerOnly: list({
    seen: seenNow({ ...named('Wide World Importers', 8), isProvider: false, sells: true, absent: counted() }),
  }),
  support: list({
    seen: seenNow({ id: microsoftSupport, name: { name: 'Microsoft Support' }, heldRoles: [globalReader] }),
  }),
  removed: list({
    relationship: removed('Contoso Pharma', 9, { kind: 'confirmed', at: later(now, -day) }),
  }),
  notRead: exampleListed(now, { relationship: decided('Alpine Ski House', 3, { kind: 'recorded' }) }),
} as const satisfies Readonly<Record<Standing, ListedPartner>>;

function counted() {
  return { reads: 2, since: received, countedAt: justNow } as const;
}
