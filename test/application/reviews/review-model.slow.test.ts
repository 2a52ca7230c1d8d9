import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finishReview } from '../../../src/application/reviews/finish-review.ts';
import { keepInReview, type KeepOutcome } from '../../../src/application/reviews/keep-in-review.ts';
import { openReview } from '../../../src/application/reviews/open-review.ts';
import { skipInReview } from '../../../src/application/reviews/skip-in-review.ts';
import { startReview } from '../../../src/application/reviews/start-review.ts';
import { isDomainError } from '../../../src/domain/domain-error.ts';
import type { ReviewEvent } from '../../../src/domain/history/review-event.ts';
import { invitationId, providerId, reviewId, type ReviewId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { accessAt } from '../../../src/domain/partners/access-at.ts';
import { newestGrantOf } from '../../../src/domain/partners/delegated-admin-access.ts';
import type { Review } from '../../../src/domain/reviews/review.ts';
import { from, partnerDesk } from '../../support/desk/partner-desk.ts';
import {
  adele,
  alex,
  contoso,
  granularOffer,
  lee,
  megan,
} from '../../support/examples/invitation-examples.ts';

type Desk = ReturnType<typeof partnerDesk>;

const day = 24 * 60 * 60 * 1000;
const people = [megan, adele, alex, lee];
const mayDecide = [megan, adele];
const names = ['Alpha', 'Bravo', 'Charlie'];
const idOf = (name: string) => providerId(`id of ${name}`);

const who = fc.constantFrom(...people);
const name = fc.constantFrom(...names);
const step = fc.oneof(
  fc.record({ act: fc.constant('start' as const), who }),
  fc.record({ act: fc.constantFrom('keep' as const, 'skip' as const), who, name }),
  fc.record({ act: fc.constantFrom('keep' as const, 'remove' as const), who, name }),
  fc.record({ act: fc.constant('finish' as const), who }),
  fc.record({ act: fc.constant('authorize' as const), name, days: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

describe('whatever two administrators do in a review, and others beside it, in whatever order and at once', () => {
  it('review, relationships and history agree, and nobody decides who may not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (rounds) => {
          const desk = partnerDesk();
          for (const each of names) await desk.accept(from(each));
          for (const together of rounds) {
            await Promise.all(together.map((taken) => take(desk, taken)));
            await agrees(desk);
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

async function take(desk: Desk, taken: Step): Promise<void> {
  if (taken.act === 'wait') return desk.time.pass(taken.days * day);
  if (taken.act === 'authorize') {
    await desk.accept(from(taken.name, offerFor(taken.days)));
    return;
  }
  try {
    await press(desk, taken);
    const started = await latest(desk);
    // Who may not decide gets through only where there is nothing to decide.
    if (taken.act === 'keep' && started !== undefined) assert.ok(mayDecide.includes(taken.who));
  } catch (error) {
    assert.ok(isDomainError(error, 'not-allowed', 'nothing-to-remove'), String(error));
    if (mayDecide.includes(taken.who)) assert.ok(isDomainError(error, 'nothing-to-remove'));
  }
}

async function press(desk: Desk, taken: Exclude<Step, { act: 'wait' | 'authorize' }>): Promise<void> {
  const { who: actor } = taken;
  if (taken.act === 'start') {
    await startReview(desk, actor);
    return;
  }
  if (taken.act === 'remove') {
    await desk.remove(actor, idOf(taken.name));
    return;
  }
  const review = (await latest(desk))?.id;
  if (review === undefined) return;
  if (taken.act === 'finish') await finishReview(desk, actor, review);
  else if (taken.act === 'skip') await skipInReview(desk, actor, { review, partner: idOf(taken.name) });
  else await keep(desk, actor, { review, name: taken.name });
}

async function keep(
  desk: Desk,
  actor: typeof megan,
  { review, name: kept }: { readonly review: ReviewId; readonly name: string },
): Promise<KeepOutcome> {
  const access = (await desk.relationship(idOf(kept)))?.delegatedAdmin;
  const seen = access && newestGrantOf(access)?.invitation;
  return keepInReview(desk, actor, { review, partner: idOf(kept), seen: seen ?? invitationId('none') });
}

async function latest(desk: Desk): Promise<Review | undefined> {
  return (await reviewsOf(desk)).at(-1);
}

async function reviewsOf({ store }: Desk): Promise<readonly Review[]> {
  return (await store.list(contoso, 'review', { limit: 1000 })).items.map(({ value }) => value);
}

/** What the records of reviews say is what history tells, and what the relationships say. */
async function agrees(desk: Desk): Promise<void> {
  const reviews = await reviewsOf(desk);
  const entries = await desk.history();
  const told = entries.flatMap(({ by, at, event }) =>
    'review' in event && event.kind !== 'reviewRefused' ? [{ by, at, event }] : [],
  );
  assert.ok(
    reviews.slice(0, -1).every(({ finished }) => finished !== undefined),
    'one is open at most',
  );
  for (const review of reviews) {
    const about = told.filter(({ event }) => event.review === review.id);
    const of = (kind: ReviewEvent['kind']) => about.filter(({ event }) => event.kind === kind);
    assert.equal(of('reviewStarted').length, 1);
    assert.equal(of('reviewFinished').length, review.finished === undefined ? 0 : 1);
    assert.ok(
      about.every(
        ({ by }) =>
          typeof by !== 'string' &&
          'person' in by &&
          'person' in by &&
          mayDecide.some(({ person }) => person === by.person),
      ),
    );
    for (const { partner, outcome } of review.partners) {
      const kept = of('delegatedAdminKept').filter(
        ({ event }) => 'partner' in event && event.partner === partner,
      );
      assert.ok(kept.length <= 1);
      if (outcome.kind === 'kept') assert.equal(kept[0]?.at, outcome.at);
      if (review.finished) assert.notEqual(outcome.kind, 'undecided');
    }
  }
  for (const each of names) {
    const kept = told.findLast(({ event }) => 'partner' in event && event.partner === idOf(each));
    assert.equal((await desk.relationship(idOf(each)))?.reviewedAt, kept?.at);
  }
  await standsAsRelationshipsDo(desk, reviews.at(-1));
}

/** What is shown of the open review is how its partners stand. */
async function standsAsRelationshipsDo(desk: Desk, review: Review | undefined): Promise<void> {
  if (review === undefined || review.finished !== undefined) return;
  const { entries } = await openReview(desk, lee, reviewId(review.id));
  for (const { outcome, listed } of entries) {
    const { relationship } = listed;
    assert.ok(relationship);
    const { kind } = accessAt(relationship.delegatedAdmin, desk.clock.now());
    assert.equal(outcome.kind === 'removed', kind === 'removed');
    if (outcome.kind === 'undecided' || outcome.kind === 'skipped') assert.equal(kind, 'active');
  }
}

function offerFor(days: number): DatedOffer {
  const { delegatedAdmin } = granularOffer;
  assert(delegatedAdmin.kind === 'granular');
  const durationDays = { value: days, claimed: false };
  return {
    ...granularOffer,
    delegatedAdmin: { ...delegatedAdmin, durationDays, autoExtends: { value: false, claimed: false } },
  };
}
