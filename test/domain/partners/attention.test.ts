import assert from 'node:assert/strict';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { attentionOf, urgencyOf, type AttentionMark } from '../../../src/domain/partners/attention.ts';
import type { DelegatedAdminGrant } from '../../../src/domain/partners/delegated-admin-access.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  globalAdministrator,
  received,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const day = 24 * 60 * 60 * 1000;
type Granular = Extract<DelegatedAdminGrant, { readonly kind: 'granular' }>;

function having(...grants: readonly Partial<Granular>[]): PartnerRelationship {
  const plain: Granular = {
    kind: 'granular',
    invitation: invitationId('first'),
    since: received,
    roles: [userAdministrator],
    until: later(received, 365 * day),
    autoExtends: false,
  };
  return {
    ...exampleRelationship(),
    delegatedAdmin: { kind: 'active', grants: grants.map((grant) => ({ ...plain, ...grant })) },
  };
}

const classic: PartnerRelationship = {
  ...exampleRelationship(),
  delegatedAdmin: {
    kind: 'active',
    grants: [{ kind: 'classic', invitation: invitationId('first'), since: received }],
  },
};

describe('what deserves attention about a partner', () => {
  const marks: readonly (readonly [string, PartnerRelationship, number, readonly AttentionMark[]])[] = [
    ['a reseller without permissions', exampleRelationship(resellerOffer), 0, []],
    ['granular administration as it should be', having({}), 0, []],
    ['Global Administrator', having({ roles: [globalAdministrator] }), 0, ['globalAdministrator']],
    ['classic administration', classic, 0, ['classicAdministration']],
    ['31 days before it ends', having({ until: later(received, 31 * day) }), 0, []],
    ['30 days before it ends', having({ until: later(received, 31 * day) }), 1, ['endsSoon']],
    [
      'what extends itself, which does not end soon',
      having({ until: later(received, 5 * day), autoExtends: true }),
      0,
      ['extendsItself'],
    ],
    ['89 days after it was granted', having({}), 89, []],
    ['90 days after it was granted', having({}), 90, ['notReviewed']],
    ['90 days after, reviewed yesterday', { ...having({}), reviewedAt: later(received, 89 * day) }, 90, []],
    [
      '90 days after a review',
      { ...having({}), reviewedAt: later(received, 50 * day) },
      140,
      ['notReviewed'],
    ],
    [
      'everything at once',
      having({ roles: [globalAdministrator] }, { until: later(received, 100 * day) }, { autoExtends: true }),
      95,
      ['globalAdministrator', 'endsSoon', 'notReviewed', 'extendsItself'],
    ],
  ];
  for (const [what, relationship, days, expected] of marks) {
    it(`${what}: ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(attentionOf(relationship, later(received, days * day), 90).marks, expected);
    });
  }

  it('is that nobody reviewed it, after as many days as the desk is told', () => {
    const after = (days: number) => attentionOf(having({}), later(received, days * day), 30);
    assert.deepEqual(after(29).marks, []);
    assert.deepEqual(after(30).marks, ['notReviewed']);
    assert.equal(after(41.5).daysUnreviewed, 41);
  });

  it('counts roles once, the privileged ones and those the desk does not know', () => {
    const unknown = '00000000-0000-4000-8000-000000000777';
    const licences = '4d6ac14f-3453-41d0-bef9-a3e0c569773a';
    const attention = attentionOf(
      having({ roles: [userAdministrator, licences] }, { roles: [userAdministrator, unknown] }),
      received,
      90,
    );
    assert.equal(attention.roles.length, 3);
    assert.equal(attention.privilegedRoles, 2);
    assert.equal(attention.holdsUnknownRoles, false);
    assert.equal(attentionOf(having({ roles: 'notKnown' }), received, 90).holdsUnknownRoles, true);
  });

  it('names the end that comes first', () => {
    const relationship = having({ until: later(received, 2 * day) }, {});
    assert.equal(attentionOf(relationship, received, 90).until, later(received, 2 * day));
  });

  it('ends with the moment named, unless it extends itself: then it goes on, 180 days at a time', () => {
    const ends = later(received, 10 * day);
    const once = having({ until: ends });
    assert.equal(attentionOf(once, later(ends, -1), 90).access.kind, 'active');
    assert.deepEqual(attentionOf(once, ends, 90).access, {
      kind: 'ended',
      at: ends,
      grants: once.delegatedAdmin.kind === 'active' ? once.delegatedAdmin.grants : [],
    });
    const extended = attentionOf(having({ until: ends, autoExtends: true }), later(ends, 200 * day), 90);
    assert.equal(extended.access.kind, 'active');
    assert.equal(extended.until, later(ends, 360 * day));
  });

  it('never calls ended what may have extended itself, or whose end is not known', () => {
    const years = later(received, 3000 * day);
    for (const grant of [{ autoExtends: 'notKnown' }, { until: 'notKnown' }] as const) {
      const attention = attentionOf(having(grant), years, 90);
      assert.equal(attention.access.kind, 'active');
      assert.equal(attention.until, undefined);
    }
  });

  it('forgets the roles of what has ended while something else goes on', () => {
    const attention = attentionOf(
      having({ roles: [globalAdministrator], until: later(received, day) }, {}),
      later(received, 2 * day),
      90,
    );
    assert.deepEqual(attention.roles, [userAdministrator]);
  });

  it('puts the gravest first: one grave mark before all lesser ones together, permissions before none', () => {
    const all = [
      classic,
      having({ roles: [globalAdministrator] }),
      having({ until: later(received, day) }, { autoExtends: true }),
      having({ autoExtends: true }),
      having({}),
      exampleRelationship(resellerOffer),
    ].map((relationship) => urgencyOf(attentionOf(relationship, received, 90)));
    assert.deepEqual(
      all,
      all.toSorted((one, other) => other - one),
    );
    assert.equal(new Set(all).size, all.length);
  });
});
