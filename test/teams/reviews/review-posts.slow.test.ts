import assert from 'node:assert/strict';
import { finishReview } from '../../../src/application/reviews/finish-review.ts';
import { keepInReview } from '../../../src/application/reviews/keep-in-review.ts';
import { watchDueReviews } from '../../../src/application/reviews/request-reviews.ts';
import { startReview } from '../../../src/application/reviews/start-review.ts';
import { invitationId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import { notifyingDesk } from '../../support/desk/notifying-desk.ts';
import { from } from '../../support/desk/partner-desk.ts';
import {
  adele,
  contoso,
  fabrikam,
  granularOffer,
  megan,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

const day = 24 * 60 * 60 * 1000;
const due = 'Time to review your partners';
const inFrench = 'Il est temps de passer en revue vos partenaires';

describe('when a review is due', () => {
  it('everyone is asked for it, each in their own language, and once more 14 days later', async () => {
    const desk = await reviewingDesk(granularOffer);
    await desk.days(89);
    assert.deepEqual(desk.readBy('adele'), []);
    await desk.days(2);
    assert.deepEqual(desk.readBy('adele'), [due]);
    assert.deepEqual(desk.readBy('alex'), [inFrench]);
    await desk.days(12);
    assert.deepEqual(desk.readBy('adele'), [due]);
    await desk.days(2);
    assert.deepEqual(desk.readBy('adele'), [due, due]);
    await desk.days(70);
    assert.deepEqual(desk.readBy('megan'), [due, due]);
    await desk.stop();
  });

  it('each is asked once, however often the desk is restarted in between', async () => {
    const desk = await reviewingDesk(granularOffer);
    for (let time = 0; time < 25; time += 1) await desk.restart(4 * day);
    assert.deepEqual(desk.readBy('adele'), [due]);
    await desk.stop();
  });

  it('each is asked once by two watches beside each other', async () => {
    const desk = await reviewingDesk(granularOffer);
    const end = desk.watch();
    await desk.days(91);
    assert.deepEqual(desk.readBy('adele'), [due]);
    end();
    await desk.stop();
  });

  it('nobody is asked where no partner has delegated permissions', async () => {
    const desk = await reviewingDesk(resellerOffer);
    await desk.days(100);
    assert.deepEqual(desk.readBy('adele'), []);
    await desk.stop();
  });

  it('nobody is asked where the last permissions were removed before', async () => {
    const desk = await reviewingDesk(granularOffer);
    await desk.days(89);
    await desk.remove(megan);
    await desk.days(30);
    assert.ok(!desk.readBy('adele').includes(due));
    await desk.stop();
  });

  it('a card that asks says who finished it, once somebody did; the next comes 90 days later', async () => {
    const desk = await reviewingDesk(granularOffer);
    await desk.days(91);
    await desk.review();
    await desk.quiet();
    const finished = /^Adele Vance finished this review on .+ \(in place\)$/;
    assert.match(desk.readBy('megan').at(-1) ?? '', finished);
    assert.match(desk.readBy('alex').at(-1) ?? '', /^Adele Vance a terminé cette revue le .+ \(in place\)$/);
    const until = desk.readBy('megan').length;
    await desk.days(89);
    assert.equal(desk.readBy('megan').length, until, 'what was answered is not repeated');
    await desk.days(2);
    assert.deepEqual(desk.readBy('megan').slice(until), [due]);
    await desk.stop();
  });

  it('one that was finished in time puts the next off', async () => {
    const desk = await reviewingDesk(granularOffer);
    await desk.days(60);
    await desk.review();
    await desk.days(89);
    assert.deepEqual(desk.readBy('adele'), []);
    await desk.days(2);
    assert.deepEqual(desk.readBy('adele'), [due]);
    await desk.stop();
  });

  it('one that was started and left is asked for all the same', async () => {
    const desk = await reviewingDesk(granularOffer, from('Northwind'));
    await desk.days(80);
    await startReview(desk, adele);
    await desk.days(11);
    assert.deepEqual(desk.readBy('adele'), [due]);
    await desk.stop();
  });
});

/** A started desk that watches for reviews, whose partners were authorized at its start. */
async function reviewingDesk(...accepted: readonly DatedOffer[]) {
  const desk = await notifyingDesk({ accepted, watchFor: watchDueReviews });
  await desk.restart();
  return {
    ...desk,
    async days(count: number) {
      await desk.time.pass(count * day);
      await desk.quiet();
    },
    /** Adele keeps Fabrikam's permissions, and finishes. */
    async review() {
      const review = (await startReview(desk, adele)) ?? assert.fail('there is something to review');
      const { value } = (await desk.store.get(contoso, 'relationship', fabrikam.id)) ?? assert.fail();
      const seen =
        value.delegatedAdmin.kind === 'active' ? value.delegatedAdmin.grants.at(-1)?.invitation : undefined;
      await keepInReview(desk, adele, { review, partner: fabrikam.id, seen: seen ?? invitationId('') });
      assert.ok(await finishReview(desk, adele, review));
    },
  };
}
