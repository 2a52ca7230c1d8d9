import assert from 'node:assert/strict';
import fc from 'fast-check';
import { later, type Instant } from '../../../src/domain/instant.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import { requestToMake, reviewDueAt, type ReviewRequest } from '../../../src/domain/reviews/review-due.ts';
import { microsoftSupport, type SeenPartner } from '../../../src/domain/tenant/tenant-snapshot.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import {
  megan,
  received,
  resellerOffer,
  userAdministrator,
} from '../../support/examples/invitation-examples.ts';
import { seenPartner, snapshotOf } from '../../support/examples/seen-partners.ts';

const day = 24 * 60 * 60 * 1000;
const after = (days: number): Instant => later(received, days * day);
const delegated = exampleRelationship();
const everyDays = 90;

describe('a review is due', () => {
  const dueAt = (lastFinishedAt?: Instant) =>
    reviewDueAt([exampleRelationship(resellerOffer), delegated], {
      snapshot: undefined,
      lastFinishedAt,
      now: after(1),
      everyDays,
    });

  it('90 days after the first delegated permissions were granted', () => {
    assert.equal(dueAt(), after(90));
  });

  it('90 days after the last review was finished', () => {
    assert.equal(dueAt(after(60)), after(150));
  });

  it('90 days after permissions were granted, if that was after the last review', () => {
    assert.equal(dueAt(after(-200)), after(90));
  });

  it('90 days after the tenant first showed somebody who may administer it, decided here or not', () => {
    const firstSeenAt = after(10);
    const dueWith = (...partners: readonly SeenPartner[]) =>
      reviewDueAt([], {
        snapshot: snapshotOf(partners),
        lastFinishedAt: undefined,
        now: after(11),
        everyDays,
      });
    assert.equal(dueWith(seenPartner({ heldRoles: [userAdministrator], firstSeenAt })), after(100));
    const seller = { ...seenPartner({ isProvider: false, sells: true, firstSeenAt }) };
    const gone = { reads: 2, since: firstSeenAt, countedAt: firstSeenAt };
    assert.equal(dueWith(seenPartner({ ...seller, absent: gone })), undefined);
    assert.equal(dueWith(seenPartner({ id: microsoftSupport, firstSeenAt })), undefined);
  });

  it('never while nobody has delegated permissions', () => {
    const by = namedPerson(megan);
    const removed = removeDelegatedAdmin(delegated, { by, at: received, effect: { kind: 'inEffect' } });
    for (const relationships of [[], [exampleRelationship(resellerOffer)], [removed]])
      assert.equal(
        reviewDueAt(relationships, {
          snapshot: undefined,
          lastFinishedAt: undefined,
          now: after(1),
          everyDays,
        }),
        undefined,
      );
  });
});

describe('everyone is asked for a review', () => {
  /** The days on which requests are made, checking daily, if nobody ever reviews anything. */
  function daysAsked(every: number, until: number): readonly number[] {
    const asked: number[] = [];
    let last: ReviewRequest | undefined;
    for (let today = 0; today <= until; today += 1) {
      const request = requestToMake(after(every), last, { now: after(today), everyDays: every });
      if (request === undefined) continue;
      asked.push(today);
      last = request;
    }
    return asked;
  }

  it('once it is due, once more 14 days later, and anew after each interval', () => {
    assert.deepEqual(daysAsked(90, 300), [90, 104, 180, 194, 270, 284]);
  });

  it('no more than once an interval where that is 14 days or less', () => {
    assert.deepEqual(daysAsked(7, 30), [7, 14, 21, 28]);
    assert.deepEqual(daysAsked(14, 45), [14, 28, 42]);
  });

  it('anew where a review came between: what was asked before it counts no more', () => {
    const asked = { askedAt: after(90) };
    assert.equal(requestToMake(after(185), asked, { now: after(184), everyDays }), undefined);
    assert.deepEqual(requestToMake(after(185), asked, { now: after(185), everyDays }), {
      askedAt: after(185),
    });
  });

  it('not anew right after a repetition that came late because the desk was off', () => {
    const asked = { askedAt: after(90), repeatedAt: after(179) };
    assert.equal(requestToMake(after(90), asked, { now: after(192), everyDays }), undefined);
    assert.deepEqual(requestToMake(after(90), asked, { now: after(193), everyDays }), {
      askedAt: after(193),
    });
  });

  it('anew once an interval and repeated once at most, 14 days apart, however irregular the checks are', () => {
    const rounding = 0.001;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.double({ min: 0.01, max: 60, noNaN: true }), { maxLength: 60 }),
        (every, waits) => {
          let now = 0;
          let last: ReviewRequest | undefined;
          const asked: { readonly on: number; readonly isRepeated: boolean }[] = [];
          for (const wait of waits) {
            now += wait;
            const request = requestToMake(after(every), last, { now: after(now), everyDays: every });
            if (request === undefined) continue;
            asked.push({ on: now, isRepeated: request.repeatedAt !== undefined });
            last = request;
          }
          for (const [index, { on, isRepeated }] of asked.entries()) {
            assert.ok(on >= every - rounding);
            const before = asked[index - 1];
            if (before === undefined) assert.ok(!isRepeated);
            else assert.ok(on - before.on >= Math.min(14, every) - rounding);
            if (isRepeated) assert.equal(before?.isRepeated, false);
          }
          const anew = asked.filter(({ isRepeated }) => !isRepeated);
          for (const [index, { on }] of anew.entries())
            assert.ok(on - (anew[index - 1]?.on ?? 0) >= every - rounding);
        },
      ),
    );
  });
});
