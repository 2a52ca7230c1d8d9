import assert from 'node:assert/strict';
import fc from 'fast-check';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { later, type Instant } from '../../../src/domain/instant.ts';
import { accessAt } from '../../../src/domain/partners/access-at.ts';
import { afterNotice, dueNotice, type AccessNotice } from '../../../src/domain/partners/access-notice.ts';
import type {
  DelegatedAdminGrant,
  GranularGrant,
} from '../../../src/domain/partners/delegated-admin-access.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  globalAdministrator,
  received,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const day = 24 * 60 * 60 * 1000;
const end = later(received, 365 * day);
const before = (days: number): Instant => later(end, -days * day);

const plain: GranularGrant = {
  kind: 'granular',
  invitation: invitationId('invitation-1'),
  since: received,
  roles: [userAdministrator],
  until: end,
  autoExtends: false,
};

const renewed = { ...plain, invitation: invitationId('invitation-2'), until: later(end, 100 * day) };

function having(...grants: readonly DelegatedAdminGrant[]): PartnerRelationship {
  return { ...exampleRelationship(), delegatedAdmin: { kind: 'active', grants } };
}

/** All notices due at these moments, in turn, each recorded at once. */
function replay(relationship: PartnerRelationship, moments: readonly Instant[]) {
  let current = relationship;
  const notices: AccessNotice[] = [];
  for (const moment of moments) {
    for (let due = dueNotice(current, moment); due !== undefined; due = dueNotice(current, moment)) {
      current = afterNotice(current, due);
      notices.push(due);
    }
  }
  return { notices, current, words: notices.map(wordsOf) };
}

function wordsOf(notice: AccessNotice): string {
  if (notice.kind === 'accessEnding') return `${notice.days} days before`;
  return notice.isLoss ? 'ended' : 'ended, nothing lost';
}

describe('before delegated administration ends', () => {
  const timelines: readonly (readonly [string, readonly Instant[], readonly string[]])[] = [
    ['31 days before: nothing', [before(31)], []],
    ['a moment before the 30 days: nothing', [later(before(30), -1)], []],
    ['30 days before: once', [before(30), before(30), before(29)], ['30 days before']],
    [
      'day by day: three times, then that it has ended',
      Array.from({ length: 40 }, (_, index) => before(39 - index)),
      ['30 days before', '7 days before', '1 days before', 'ended'],
    ],
    [
      'a desk that was off from 40 days to 3 days before: the most pressing one alone',
      [before(3)],
      ['7 days before'],
    ],
    ['a desk that was off over everything: only that it has ended', [later(end, 90 * day)], ['ended']],
    [
      'a clock that goes back: nothing twice, and nothing less pressing',
      [before(6), before(35), before(20), before(6), before(1), before(8), before(1), end, before(1), end],
      ['7 days before', '1 days before', 'ended'],
    ],
  ];
  for (const [what, moments, expected] of timelines) {
    it(what, () => {
      assert.deepEqual(replay(having(plain), moments).words, expected);
    });
  }

  it('reminds of nothing that was due before it began: who authorized it knows', () => {
    const short = { ...plain, since: before(5) };
    assert.deepEqual(replay(having(short), [before(5), before(3)]).words, []);
    assert.deepEqual(replay(having(short), [before(1)]).words, ['1 days before']);
    assert.deepEqual(replay(having({ ...plain, since: before(30) }), [before(30)]).words, []);
  });

  it('reminds of each end of what extends itself, and never says that it has ended', () => {
    const moments = Array.from({ length: 250 }, (_, index) => before(40 - index));
    const { notices, current } = replay(having({ ...plain, autoExtends: true }), moments);
    const next = later(end, 180 * day);
    assert.deepEqual(
      notices.map((notice) => [wordsOf(notice), notice.end]),
      [
        ['30 days before', end],
        ['7 days before', end],
        ['1 days before', end],
        ['30 days before', next],
        ['7 days before', next],
        ['1 days before', next],
      ],
    );
    assert.equal(current.delegatedAdmin.kind, 'active');
  });

  it('says nothing about an extension twice when the clock goes back over it', () => {
    const extending = having({ ...plain, autoExtends: true });
    const next = later(end, 155 * day);
    assert.deepEqual(replay(extending, [before(1), next, before(1), before(25)]).words, [
      '1 days before',
      '30 days before',
    ]);
  });

  it('does not claim an end where nobody knows whether it extended itself', () => {
    const { words } = replay(having({ ...plain, autoExtends: 'notKnown' }), [
      before(1),
      end,
      later(end, day),
    ]);
    assert.deepEqual(words, ['1 days before']);
  });

  it('says nothing where nothing is lost: it was granted again, or classic administration holds everything', () => {
    const classic = { kind: 'classic', invitation: invitationId('invitation-2'), since: received } as const;
    for (const other of [renewed, classic]) {
      const { words, current } = replay(having(plain, other), [before(20), before(7), end]);
      assert.deepEqual(words, ['ended, nothing lost']);
      assert.deepEqual(current.delegatedAdmin, { kind: 'active', grants: [other] });
    }
  });

  it('says what ends in part', () => {
    const more = { ...plain, roles: [userAdministrator, globalAdministrator] };
    assert.deepEqual(replay(having(more, renewed), [before(7), end]).words, ['7 days before', 'ended']);
  });

  it('says nothing of what the tenant has yet to show, nor of what was removed', () => {
    const relationship = having(plain);
    const awaiting = {
      ...relationship,
      functions: relationship.functions.map((entry) => ({
        ...entry,
        effect: {
          kind: 'awaiting',
          since: received,
          adminCenterPage: 'https://admin.microsoft.com/',
        } as const,
      })),
    };
    assert.deepEqual(replay(awaiting, [before(7), end]).words, []);
    const removed = {
      ...relationship,
      delegatedAdmin: {
        kind: 'removed',
        by: { person: relationship.functions[0]?.authorizedBy.person ?? assert.fail(), name: 'Megan' },
        at: before(20),
        effect: { kind: 'inEffect' },
        grants: [plain],
      },
    } as const;
    assert.deepEqual(replay(removed, [before(7), end]).words, []);
  });

  it('has nothing due again, whatever grants there are and however the clock jumps', () => {
    const grant = fc.record({
      days: fc.integer({ min: 1, max: 730 }),
      autoExtends: fc.constantFrom(true, false, 'notKnown' as const),
      roles: fc.constantFrom(
        [userAdministrator],
        [globalAdministrator, userAdministrator],
        'notKnown' as const,
      ),
    });
    const hours = fc.integer({ min: 0, max: 24 * 1000 });
    fc.assert(
      fc.property(fc.array(grant, { minLength: 1, maxLength: 3 }), fc.array(hours), (given, jumps) => {
        const grants = given.map(({ days, ...rest }, index): DelegatedAdminGrant => ({
          ...plain,
          ...rest,
          invitation: invitationId(`invitation-${index}`),
          until: later(received, days * day),
        }));
        const moments = jumps.map((hour) => later(received, hour * 3_600_000));
        const { notices, current } = replay(having(...grants), moments);
        const keys = notices.map((each) => `${each.grant.invitation} ${each.end} ${wordsOf(each)}`);
        assert.equal(new Set(keys).size, keys.length, 'each once');
        for (const [index, notice] of notices.entries()) {
          const earlier = notices
            .slice(0, index)
            .filter((other) => other.grant.invitation === notice.grant.invitation);
          assert(earlier.every((other) => other.kind === 'accessEnding' && other.end <= notice.end));
        }
        const last = moments.at(-1);
        if (last !== undefined && current.delegatedAdmin.kind === 'active')
          assert.deepEqual(
            accessAt(current.delegatedAdmin, last),
            current.delegatedAdmin,
            'the record says how it is',
          );
      }),
      { numRuns: 500 },
    );
  });
});
