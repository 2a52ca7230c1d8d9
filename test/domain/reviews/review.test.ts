import assert from 'node:assert/strict';
import fc from 'fast-check';
import { personId, providerId, reviewId, type ProviderId } from '../../../src/domain/identifiers.ts';
import { later } from '../../../src/domain/instant.ts';
import { removeDelegatedAdmin } from '../../../src/domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import {
  finishReview,
  keepInReview,
  reviewAsItStands,
  skipInReview,
  startReview,
} from '../../../src/domain/reviews/review-transitions.ts';
import {
  isToDecide,
  nextReviewId,
  nextToReview,
  progressOf,
  type Review,
} from '../../../src/domain/reviews/review.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import { received } from '../../support/examples/invitation-examples.ts';

const adele = { by: { person: personId('adele'), name: 'Adele Vance' }, at: received };
const megan = { by: { person: personId('megan'), name: 'Megan Bowen' }, at: later(received, 1000) };
const [one, two, three] = ['one', 'two', 'three'].map(providerId) as [ProviderId, ProviderId, ProviderId];
const fresh = startReview(reviewId('000001'), [one, two, three], adele);
const outcomesOf = (review: Review) => review.partners.map(({ outcome }) => outcome.kind);

describe('a review of the partners', () => {
  it('is numbered, in ids that sort', () => {
    assert.equal(nextReviewId(), '000001');
    assert.equal(nextReviewId(reviewId('000009')), '000010');
    assert.ok(nextReviewId(reviewId('000099')) > reviewId('000099'));
  });

  it('notes who kept a partner, when, and with which note, cleaned and cut', () => {
    const kept = keepInReview(fresh, two, { ...adele, note: `  Runs our\u202e mail. ${'x'.repeat(600)}` });
    const { outcome } = kept.partners[1] ?? assert.fail();
    assert(outcome.kind === 'kept');
    assert.deepEqual([outcome.by.name, outcome.at], ['Adele Vance', received]);
    assert.match(outcome.note ?? '', /^Runs our mail\. x+$/);
    assert.equal(outcome.note?.length, 500);
    assert.ok(!('note' in (keepInReview(fresh, one, { ...adele, note: ' ' }).partners[0]?.outcome ?? {})));
  });

  it('decides about each partner once: who comes second changes nothing', () => {
    const kept = keepInReview(fresh, one, adele);
    assert.equal(keepInReview(kept, one, megan), kept);
    assert.equal(skipInReview(kept, one, megan), kept);
    assert.equal(keepInReview(kept, providerId('stranger'), megan), kept);
  });

  it('lets one that was skipped be kept after all', () => {
    assert.deepEqual(outcomesOf(keepInReview(skipInReview(fresh, one, adele), one, megan)), [
      'kept',
      'undecided',
      'undecided',
    ]);
  });

  it('cannot be finished while somebody was not looked at, and never changes once it is', () => {
    const partly = skipInReview(keepInReview(fresh, one, adele), two, adele);
    assert.equal(finishReview(partly, megan), partly);
    const finished = finishReview(keepInReview(partly, three, adele), megan);
    assert.deepEqual(finished.finished, megan);
    assert.equal(finishReview(finished, adele), finished);
    assert.equal(keepInReview(finished, two, adele), finished);
    const removed = new Map([[one, removedRelationship]]);
    assert.equal(reviewAsItStands(finished, removed, later(received, 5000)), finished);
  });

  it('counts a removal made anywhere, even of a partner that was kept before', () => {
    const kept = keepInReview(fresh, one, adele);
    const stands = reviewAsItStands(kept, new Map([[one, removedRelationship]]), later(received, 5000));
    assert.deepEqual(stands.partners[0]?.outcome, { kind: 'removed', ...megan });
  });

  it('goes through those that nobody looked at first, then to those skipped that come after', () => {
    assert.equal(nextToReview(fresh), one);
    assert.equal(nextToReview(fresh, three), one);
    const skipped = skipInReview(skipInReview(fresh, one, adele), two, adele);
    assert.equal(nextToReview(skipped, two), three);
    const kept = keepInReview(skipped, three, adele);
    assert.equal(nextToReview(kept), undefined, 'the end, which offers to go back');
    assert.equal(nextToReview(kept, one), two);
    assert.equal(nextToReview(kept, two), undefined);
  });
});

const removedRelationship: PartnerRelationship = removeDelegatedAdmin(exampleRelationship(), {
  ...megan,
  effect: { kind: 'inEffect' },
});

describe('whatever is kept and skipped, by whom and in whatever order', () => {
  const ids = Array.from({ length: 6 }, (_, number) => providerId(`partner-${number}`));
  const step = fc.record({
    act: fc.constantFrom('keep' as const, 'skip' as const, 'finish' as const),
    partner: fc.constantFrom(...ids),
    who: fc.constantFrom(adele, megan),
  });
  const taken = (
    review: Review,
    { act, partner, who }: typeof step extends fc.Arbitrary<infer T> ? T : never,
  ) => {
    if (act === 'finish') return finishReview(review, who);
    return act === 'keep' ? keepInReview(review, partner, who) : skipInReview(review, partner, who);
  };

  it('every partner has one outcome, what was kept stays so, and the walk ends', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let review = startReview(reviewId('000001'), ids, adele);
        for (const each of steps) {
          const next = taken(review, each);
          for (const [index, { partner, outcome }] of next.partners.entries()) {
            const before = review.partners[index] ?? assert.fail();
            assert.equal(partner, before.partner);
            if (!isToDecide(before.outcome) || review.finished) assert.deepEqual(outcome, before.outcome);
          }
          review = next;
        }
        const progress = progressOf(review);
        assert.equal(
          Object.values(progress).reduce((sum, count) => sum + count, 0),
          ids.length,
        );
        if (review.finished) assert.equal(progress.undecided, 0);
        const walked = new Set<ProviderId>();
        for (let at = nextToReview(review); at !== undefined; at = nextToReview(review, at)) {
          if (walked.has(at)) break;
          walked.add(at);
        }
        const undecided = review.partners.filter(({ outcome }) => outcome.kind === 'undecided');
        for (const { partner } of undecided) assert.ok(walked.has(partner), 'nobody is passed over');
      }),
    );
  });
});
