import assert from 'node:assert/strict';
import { providerId } from '../../../src/domain/identifiers.ts';
import { day, later } from '../../../src/domain/instant.ts';
import type { Effect } from '../../../src/domain/invitations/invitation-status.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { joinPartners, seenIn } from '../../../src/domain/tenant/join-partners.ts';
import { microsoftSupport, type TenantSnapshot } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  fabrikam,
  globalAdministrator,
  granularOffer,
  megan,
  offerOf,
  received,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { northwindId, seenPartner, snapshotOf } from '../../support/examples/seen-partners.ts';

const now = later(received, day);
const awaiting: Effect = {
  kind: 'awaiting',
  since: received,
  adminCenterPage: 'https://admin.microsoft.com/',
};
const absence = (reads: number) => ({ reads, since: received, countedAt: received });

function withEffect(relationship: PartnerRelationship, effect: Effect): PartnerRelationship {
  return { ...relationship, functions: relationship.functions.map((entry) => ({ ...entry, effect })) };
}

function only(relationship: PartnerRelationship | undefined, snapshot: TenantSnapshot | undefined) {
  const joined = joinPartners(relationship === undefined ? [] : [relationship], snapshot, now);
  assert.ok(joined.length <= 1, 'one partner');
  return joined[0];
}

const standing = (...given: Parameters<typeof only>) => only(...given)?.standing;

describe('A partner that something was decided about', () => {
  const decided = exampleRelationship();

  it('is confirmed once it is seen with roles', () => {
    const seen = seenPartner({ heldRoles: [userAdministrator] });
    assert.equal(standing(decided, snapshotOf([seen])), 'confirmed');
  });

  it('is awaited while it is no provider, or has no roles', () => {
    const holds = { isProvider: false, heldRoles: [userAdministrator] };
    for (const partners of [[], [seenPartner()], [seenPartner(holds)]]) {
      assert.equal(standing(decided, snapshotOf(partners)), 'awaiting');
    }
  });

  it('is not read while the tenant was not', () => {
    assert.equal(standing(decided, undefined), 'notRead');
    assert.equal(standing(decided, { partners: [], reads: {} }), 'notRead');
  });

  it('has more roles than decided, whatever the case of their ids', () => {
    const seen = seenPartner({ heldRoles: [userAdministrator, globalAdministrator] });
    const joined = only(decided, snapshotOf([seen]));
    assert.equal(joined?.standing, 'more');
    assert.deepEqual(joined.more, [globalAdministrator]);
    const capitals = exampleRelationship({
      ...granularOffer,
      delegatedAdmin: {
        kind: 'granular',
        roles: { value: [userAdministrator.toUpperCase()], claimed: false },
        durationDays: 'notKnown',
        autoExtends: 'notKnown',
      },
    });
    assert.equal(
      standing(capitals, snapshotOf([seenPartner({ heldRoles: [userAdministrator] })])),
      'confirmed',
    );
  });

  it('has more roles once what was decided has ended', () => {
    const ends = exampleRelationship({
      ...granularOffer,
      delegatedAdmin: {
        kind: 'granular',
        roles: { value: [userAdministrator], claimed: false },
        durationDays: { value: 0.5, claimed: false },
        autoExtends: { value: false, claimed: false },
      },
    });
    assert.equal(standing(ends, snapshotOf([seenPartner({ heldRoles: [userAdministrator] })])), 'more');
  });

  it('has no more roles than decided where not all of those are known', () => {
    const unknown = exampleRelationship({
      ...granularOffer,
      delegatedAdmin: {
        kind: 'granular',
        roles: 'notKnown',
        durationDays: 'notKnown',
        autoExtends: 'notKnown',
      },
    });
    assert.equal(
      standing(unknown, snapshotOf([seenPartner({ heldRoles: [globalAdministrator] })])),
      'confirmed',
    );
  });

  it('is gone after two complete reads, not after one', () => {
    const seen = seenPartner({ heldRoles: [userAdministrator], absent: absence(1) });
    assert.equal(standing(decided, snapshotOf([seen])), 'confirmed');
    assert.equal(standing(decided, snapshotOf([{ ...seen, absent: absence(2) }])), 'gone');
  });

  it('is awaited as long as the decision is, whatever was there before', () => {
    const again = withEffect(decided, awaiting);
    const seen = seenPartner({ heldRoles: [globalAdministrator], absent: absence(2) });
    assert.equal(standing(again, snapshotOf([seen])), 'awaiting');
  });

  it('cannot be shown by roles that it had before, where its id is a guess', () => {
    const rolesBefore = [userAdministrator];
    const again = withEffect(decided, { ...awaiting, rolesBefore });
    const there = snapshotOf([seenPartner({ heldRoles: rolesBefore })]);
    assert.equal(standing(again, there), 'awaiting');
    const guessed = { ...again, partner: { ...again.partner, idIsGuess: true } };
    assert.equal(standing(guessed, there), 'notShown');
  });

  it('cannot be shown as classic administrator, unless its roles are', () => {
    const classic = exampleRelationship({ ...granularOffer, delegatedAdmin: { kind: 'classic' } });
    assert.equal(standing(classic, snapshotOf([seenPartner()])), 'notShown');
    assert.equal(
      standing(classic, snapshotOf([seenPartner({ heldRoles: [globalAdministrator] })])),
      'confirmed',
    );
    assert.ok(only(classic, snapshotOf([seenPartner()]))?.untold.includes('classicAdministration'));
  });

  for (const name of ['partner', 'mpsaPartner', 'oemPcPartner', 'lineOfBusinessPartner'] as const) {
    it(`cannot be shown as ${name}`, () => {
      for (const effect of [awaiting, { kind: 'recorded' } as const]) {
        const relationship = withEffect(exampleRelationship(offerOf(name)), effect);
        assert.equal(standing(relationship, snapshotOf([])), 'notShown');
      }
    });
  }

  it('is confirmed as a reseller by subscriptions alone', () => {
    const reseller = exampleRelationship(resellerOffer);
    const sells = seenPartner({ isProvider: false, sells: true, absent: absence(2) });
    assert.equal(standing(reseller, snapshotOf([sells])), 'confirmed');
    assert.equal(standing(reseller, snapshotOf([])), 'awaiting');
    assert.equal(standing(reseller, { ...snapshotOf([]), reads: {} }), 'notRead');
  });

  it('takes a word for it where the tenant shows nothing', () => {
    const said = withEffect(decided, { kind: 'said', by: namedPerson(megan), at: received });
    assert.equal(standing(said, snapshotOf([])), 'notShown');
  });
});

describe('A partner whose id is a guess', () => {
  const guessed = exampleRelationship({ ...granularOffer, partner: { ...fabrikam, idIsGuess: true } });
  const there = snapshotOf([seenPartner({ heldRoles: [userAdministrator] })]);

  it('is not taken for one that is there', () => {
    assert.equal(standing(guessed, there), 'unknown');
    assert.equal(standing(guessed, snapshotOf([])), 'notShown');
  });

  it('is the one that is there once it was confirmed', () => {
    const confirmed = withEffect(guessed, { kind: 'confirmed', at: received });
    assert.equal(standing(confirmed, there), 'confirmed');
  });
});

describe('A partner whose permissions were removed here', () => {
  const remove = (effect: Effect) =>
    removeDelegatedAdmin(exampleRelationship(), { by: namedPerson(megan), at: received, effect });
  const seen = seenPartner({ heldRoles: [userAdministrator] });

  it('is awaited, then removed, then back', () => {
    const confirmed = remove({ kind: 'confirmed', at: received });
    assert.equal(standing(remove(awaiting), snapshotOf([seen])), 'awaitingRemoval');
    assert.equal(standing(confirmed, snapshotOf([{ ...seen, absent: absence(2) }])), 'removed');
    assert.equal(standing(confirmed, snapshotOf([seen])), 'returned');
  });

  it('is not back for what was seen before the removal, or for a provider without roles', () => {
    const recorded = remove({ kind: 'recorded' });
    const roleless = seenPartner({ allowedRoles: [], roleless: absence(1) });
    assert.equal(standing(recorded, snapshotOf([{ ...seen, lastSeenAt: received }])), 'removed');
    assert.equal(standing(recorded, snapshotOf([roleless])), 'removed');
    assert.equal(standing(recorded, undefined), 'removed');
  });
});

describe('A partner that nothing was decided about', () => {
  it('is unknown as long as it has access, and nothing once it is gone', () => {
    const seen = seenPartner({ heldRoles: [globalAdministrator] });
    assert.equal(standing(undefined, snapshotOf([seen])), 'unknown');
    assert.deepEqual(only(undefined, snapshotOf([seen]))?.more, [globalAdministrator]);
    assert.equal(standing(undefined, snapshotOf([{ ...seen, absent: absence(1) }])), 'unknown');
    assert.equal(standing(undefined, snapshotOf([{ ...seen, absent: absence(2) }])), undefined);
  });

  it('is known from its subscriptions only', () => {
    const seller = seenPartner({ isProvider: false, sells: true, absent: absence(1) });
    assert.equal(standing(undefined, snapshotOf([seller])), 'resellerOnly');
    assert.equal(standing(undefined, snapshotOf([{ ...seller, sells: false }])), undefined);
  });

  it('is Microsoft Support', () => {
    assert.equal(standing(undefined, snapshotOf([seenPartner({ id: microsoftSupport })])), 'support');
  });

  it('goes by the name of its own tenant, which is claimed', () => {
    const seen = seenPartner({ name: { name: 'Northwind', domain: 'northwind.com' } });
    assert.deepEqual(only(undefined, snapshotOf([seen]))?.partner, {
      id: fabrikam.id,
      idIsGuess: false,
      name: { value: 'Northwind', claimed: true },
      domain: { value: 'northwind.com', claimed: true },
    });
    const joined = only(exampleRelationship(), snapshotOf([seen]));
    assert.deepEqual(joined?.partner.name, fabrikam.name, 'an invitation said another');
  });

  it('tells what Microsoft Graph does not', () => {
    const seen = seenPartner({ heldRoles: [userAdministrator] });
    assert.deepEqual(only(undefined, snapshotOf([seen]))?.untold, ['groupMembers', 'endDates', 'azureRoles']);
    const decided = only(exampleRelationship(), snapshotOf([seen]));
    assert.deepEqual(decided?.untold, ['groupMembers', 'azureRoles'], 'the invitation says until when');
  });
});

describe('Partners joined', () => {
  it('are one for each id, whatever its case, ordered by id', () => {
    const capitals = { ...fabrikam, id: providerId(fabrikam.id.toUpperCase()) };
    const relationship = exampleRelationship({ ...granularOffer, partner: capitals });
    const snapshot = snapshotOf([seenPartner(), seenPartner({ id: northwindId })]);
    const joined = joinPartners([relationship], snapshot, now);
    assert.deepEqual(
      joined.map(({ partner, seen }) => [partner.id, seen?.id]),
      [
        [capitals.id, fabrikam.id],
        [northwindId, northwindId],
      ],
    );
    assert.equal(seenIn(snapshot, capitals.id)?.id, fabrikam.id);
  });
});
