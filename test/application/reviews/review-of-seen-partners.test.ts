import assert from 'node:assert/strict';
import { keepInReview } from '../../../src/application/reviews/keep-in-review.ts';
import { openReview } from '../../../src/application/reviews/open-review.ts';
import { readDueReview } from '../../../src/application/reviews/read-due-review.ts';
import { startReview } from '../../../src/application/reviews/start-review.ts';
import { invitationId, reviewId } from '../../../src/domain/identifiers.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import { contoso, fabrikam, megan, userAdministrator } from '../../support/examples/invitation-examples.ts';
import { northwindId } from '../../support/examples/seen-partners.ts';

describe('A review of partners that only the tenant shows', () => {
  const reviewing = async () => {
    const desk = { ...partnerDesk(), readsTenant: true };
    desk.tenant.set(fabrikam.id, { isProvider: true, heldRoles: [userAdministrator] });
    desk.tenant.set(northwindId, { sells: true });
    await desk.read();
    const review = await startReview(desk, megan);
    assert(review !== undefined);
    return { desk, review };
  };

  it('is asked for, and goes through those with access, not those who only sell', async () => {
    const { desk, review } = await reviewing();
    const due = await readDueReview(desk, contoso, reviewId('000002'));
    assert.equal(due?.kind === 'due' && due.due.partners, 1);
    const { entries } = await openReview(desk, megan, review);
    assert.deepEqual(
      entries.map(({ partner, listed }) => [partner, listed.standing]),
      [[fabrikam.id, 'unknown']],
    );
  });

  it('keeps one, which stays unknown to the desk, and still shows one that is gone meanwhile', async () => {
    const { desk, review } = await reviewing();
    desk.tenant.take(fabrikam.id);
    await desk.read(2);
    assert.equal((await openReview(desk, megan, review)).entries[0]?.listed.standing, 'gone');
    desk.tenant.set(fabrikam.id, { isProvider: true, heldRoles: [userAdministrator] });
    await desk.read();
    const keeping = { review, partner: fabrikam.id, seen: invitationId('') };
    assert.equal(await keepInReview(desk, megan, keeping), 'kept');
    const { entries } = await openReview(desk, megan, review);
    assert.deepEqual([entries[0]?.outcome.kind, entries[0]?.listed.standing], ['kept', 'unknown']);
    assert.ok((await desk.relationship())?.reviewedAt);
  });
});
