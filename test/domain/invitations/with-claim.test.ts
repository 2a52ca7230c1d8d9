import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { personId } from '../../../src/domain/identifiers.ts';
import { claimGroups, claimsDiffer, revisionOf } from '../../../src/domain/invitations/claim-groups.ts';
import { isSameSource, type Claim, type ClaimSource } from '../../../src/domain/invitations/claim.ts';
import type { DelegatedAdmin } from '../../../src/domain/invitations/delegated-admin.ts';
import { newInvitation, type Invitation } from '../../../src/domain/invitations/invitation.ts';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { claimsOf, withClaim } from '../../../src/domain/invitations/with-claim.ts';
import { roleTemplates } from '../../../src/domain/partners/role-template.ts';
import {
  fabrikam,
  globalAdministrator,
  received,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';

const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b';
const unknown: DelegatedAdmin = {
  kind: 'granular',
  roles: 'notKnown',
  durationDays: 'notKnown',
  autoExtends: 'notKnown',
};

const person = (name: string, isAdministrator = false): ClaimSource => ({
  kind: 'person',
  by: { person: personId(name), name },
  isAdministrator,
});
const submitted: ClaimSource = { kind: 'submitted' };

function asks(roles: readonly string[], days?: number, claimed = true): DelegatedAdmin {
  return {
    kind: 'granular',
    roles: roles.length === 0 ? 'notKnown' : { value: roles, claimed },
    durationDays: days === undefined ? 'notKnown' : { value: days, claimed },
    autoExtends: 'notKnown',
  };
}

const claim = (source: ClaimSource, delegatedAdmin: DelegatedAdmin, name?: string): Claim => ({
  source,
  function: 'delegatedAdministrator',
  delegatedAdmin,
  ...(name !== undefined && { name: { value: name, claimed: source.kind !== 'submitted' } }),
});

/** An invitation as its first source showed it. */
function shown(first: Claim): Invitation {
  const { source, delegatedAdmin, name } = first;
  return newInvitation(
    {
      partner: { id: fabrikam.id, idIsGuess: true, ...(name && { name }) },
      function: 'delegatedAdministrator',
      delegatedAdmin,
    },
    {
      id: invitationId('invitation-1'),
      origin:
        source.kind === 'person' ? { kind: 'pasted', by: source.by } : { kind: 'posted', postedId: 'inv-1' },
      receivedAt: received,
      claims: [first],
    },
  );
}

const after = (...claims: readonly [Claim, ...Claim[]]) => {
  const [first, ...others] = claims;
  return others.reduce(withClaim, shown(first));
};

function rolesIn({ delegatedAdmin }: Pick<Invitation, 'delegatedAdmin'>): readonly string[] {
  if (delegatedAdmin.kind !== 'granular' || delegatedAdmin.roles === 'notKnown') return [];
  return delegatedAdmin.roles.value;
}

const lee = claim(person('lee'), asks([directoryReaders], 30), 'Fabrikam');
const megan = claim(person('megan', true), asks([globalAdministrator], 730), 'Fabrikam');

describe('claims about one invitation', () => {
  for (const [order, both] of [
    ['the milder first', [lee, megan]],
    ['the graver first', [megan, lee]],
  ] as const) {
    it(`of two people count together, ${order}`, () => {
      const invitation = after(...both);
      assert.deepEqual([...rolesIn(invitation)].sort(), [globalAdministrator, directoryReaders].sort());
      assert.deepEqual(
        invitation.delegatedAdmin.kind === 'granular' && invitation.delegatedAdmin.durationDays,
        { value: 730, claimed: true },
      );
      const groups = claimGroups(invitation);
      assert.equal(groups.length, 2);
      assert.ok(claimsDiffer(groups));
    });
  }

  it('are not taken back by whoever made them', () => {
    const milder = claim(person('megan', true), asks([directoryReaders], 1));
    assert.ok(rolesIn(after(megan, milder)).includes(globalAdministrator));
    assert.equal(claimsOf(after(megan, milder)).length, 1);
  });

  it('do not become known by a link alone, and a link alone changes none', () => {
    const nothing = claim(person('lee'), unknown);
    assert.deepEqual(after(nothing, nothing).delegatedAdmin, unknown);
    assert.deepEqual(after(megan, claim(person('alex'), unknown)), after(megan));
  });

  it('name who makes them if it is not whoever showed the link', () => {
    const [only, ...others] = claimGroups(after(claim(person('lee'), unknown), megan));
    assert.deepEqual(only?.sources, [person('megan', true)]);
    assert.deepEqual(others, []);
    assert.deepEqual(claimGroups(after(lee)), []);
  });

  it('that agree are shown once', () => {
    const same = { ...lee, source: person('megan', true) };
    assert.deepEqual(claimGroups(after(lee, same)), []);
    const [first] = claimGroups(after(lee, same, { ...megan, source: submitted }));
    assert.deepEqual(first?.sources, [person('lee'), person('megan', true)]);
    assert.deepEqual(after(lee, { ...lee, source: person('alex') }), after(lee));
  });

  it('that were submitted are not changed by what somebody pastes, and name the partner', () => {
    const signed = claim(submitted, asks([userAdministrator], 365, false), 'Fabrikam');
    const invitation = after(claim(person('lee'), asks([globalAdministrator], 730), 'Fabricam'), signed);
    assert.deepEqual(
      claimsOf(invitation).find(({ source }) => source.kind === 'submitted'),
      signed,
    );
    assert.equal(invitation.partner.name?.value, 'Fabrikam');
    assert.ok(rolesIn(invitation).includes(globalAdministrator));
  });

  it('of classic administration outweigh any list of roles', () => {
    const classic = {
      ...claim(submitted, { kind: 'classic' }),
      function: 'resellerAndDelegatedAdministrator',
    } as const;
    const invitation = after(lee, classic);
    assert.deepEqual(invitation.delegatedAdmin, { kind: 'classic' });
    assert.equal(invitation.function, 'resellerAndDelegatedAdministrator');
  });

  it('of a source that claims less than is stated leave it stated', () => {
    const signed = claim(submitted, asks([userAdministrator], 365, false));
    const { delegatedAdmin } = after(signed, claim(person('lee'), asks([userAdministrator], 30)));
    assert.ok(delegatedAdmin.kind === 'granular' && delegatedAdmin.roles !== 'notKnown');
    assert.equal(delegatedAdmin.roles.claimed, false);
    assert.deepEqual(delegatedAdmin.durationDays, { value: 365, claimed: false });
  });

  it('are raised by a person who is no administrator only a few times, and by few such people', () => {
    let invitation = after(lee);
    const changes = (claims: readonly Claim[]) =>
      claims.filter((one) => {
        const before = revisionOf(invitation);
        invitation = withClaim(invitation, one);
        return revisionOf(invitation) !== before;
      }).length;
    const rising = (from: ClaimSource, first: number) =>
      Array.from({ length: 20 }, (_, more) => claim(from, asks([directoryReaders], first + more)));

    assert.equal(changes(rising(person('lee'), 31)), 3, 'what one person adds');
    const crowd = Array.from({ length: 20 }, (_, number) => rising(person(`person-${number}`), 100)).flat();
    const risingCrowd = crowd.map((one, days) => claim(one.source, asks([directoryReaders], 100 + days)));
    assert.equal(changes(risingCrowd), 7, 'what all others add');
    assert.equal(changes([claim(person('somebody new'), asks([globalAdministrator], 729))]), 0);

    assert.equal(changes([megan]), 1, 'an administrator');
    assert.equal(changes(rising(person('megan', true), 731)), 20, 'an administrator, however often');
    assert.equal(changes([claim(submitted, asks([userAdministrator], 365, false))]), 1, 'the mail flow');
    assert.ok(rolesIn(invitation).includes(userAdministrator));
  });

  const source = fc.oneof(
    fc.constant(submitted),
    fc.nat(30).map((number) => person(`person-${number}`)),
    fc.nat(3).map((number) => person(`admin-${number}`, true)),
  );
  const roles = fc.subarray(roleTemplates.slice(0, 12).map(({ id }) => id));
  const anyClaim = fc
    .tuple(
      source,
      roles,
      fc.option(fc.integer({ min: 1, max: 730 }), { nil: undefined }),
      fc.constantFrom('A', 'B', undefined),
    )
    .map(([from, asked, days, name]) => claim(from, asks(asked, days, from.kind !== 'submitted'), name));

  it('count together in whatever order they come, from however many, and are never fewer than before', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 25 }), (claims) => {
        const [first, ...others] = claims;
        if (first === undefined) return;
        let invitation = shown(first);
        const counted = [first];
        const additions: Claim[] = [];
        for (const one of others) {
          const next = withClaim(invitation, one);
          if (isOfNoRole(one) && hasAddedAll(additions, one)) {
            assert.deepEqual(next, invitation, 'no more than they may');
            continue;
          }
          counted.push(one);
          if (isOfNoRole(one) && !isDeepStrictEqual(next, invitation)) additions.push(one);
          const said = new Set(counted.flatMap(rolesIn));
          assert.deepEqual(new Set(rolesIn(next)), said, 'every role that was claimed, and no other');
          if (rolesIn(next).length > rolesIn(invitation).length)
            assert.notEqual(revisionOf(next), revisionOf(invitation));
          invitation = next;
        }
        const longest = Math.max(0, ...counted.map(({ delegatedAdmin }) => daysOf(delegatedAdmin)));
        assert.equal(daysOf(invitation.delegatedAdmin), longest);
        const kept = claimsOf(invitation);
        assert.ok(kept.length <= 6, 'few are kept apart');
        for (const one of claims.filter(
          ({ source: from }) => from.kind !== 'person' || from.isAdministrator,
        )) {
          if (rolesIn(one).length === 0) continue;
          const own = kept.filter(({ source: from }) => from.kind !== 'person' || from.isAdministrator);
          const theirs = new Set(own.flatMap(rolesIn));
          for (const role of rolesIn(one))
            assert.ok(theirs.has(role), 'nobody crowds out who counts for more');
        }
        if (claims.some((one) => isOfNoRole(one) && hasAddedAll(claims.filter(isOfNoRole), one))) return;
        const backwards = claims.toReversed();
        const other = backwards.slice(1).reduce(withClaim, shown(backwards[0] ?? first));
        assert.deepEqual(new Set(rolesIn(other)), new Set(rolesIn(invitation)));
      }),
      { numRuns: 2000 },
    );
  });
});

function isOfNoRole({ source }: Claim): boolean {
  return source.kind === 'person' && !source.isAdministrator;
}

/** Whether a person, or all people, who are no administrators added as often as they may. */
function hasAddedAll(additions: readonly Claim[], { source }: Claim): boolean {
  return additions.length >= 10 || additions.filter((one) => isSameSource(one.source, source)).length >= 3;
}

function daysOf(asked: DelegatedAdmin): number {
  return asked.kind === 'granular' && asked.durationDays !== 'notKnown' ? asked.durationDays.value : 0;
}
