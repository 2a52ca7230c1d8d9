import assert from 'node:assert/strict';
import { remindOfAwaited } from '../../../src/application/tenant/remind-of-awaited.ts';
import { day } from '../../../src/domain/instant.ts';
import { partnerDesk } from '../../support/desk/partner-desk.ts';
import { contoso, granularOffer, megan } from '../../support/examples/invitation-examples.ts';
import { awaitingAuthority } from '../../support/ports/awaiting-authority.ts';

function remindingDesk() {
  const desk = partnerDesk({ authority: awaitingAuthority({ now: () => desk.clock.now() }) });
  return {
    ...desk,
    remind: () => remindOfAwaited(desk, contoso),
    async reminded(): Promise<number[]> {
      const { items } = await desk.store.list(contoso, 'announcement', { limit: 1000 });
      return items.flatMap(({ value: { subject } }) =>
        subject.kind === 'stillAwaited' ? [subject.days] : [],
      );
    },
  };
}

describe('A decision that is still to be done in Microsoft 365', () => {
  it('is reminded of after 1, 3 and 7 days, once each', async () => {
    const desk = remindingDesk();
    await desk.accept();
    for (let hour = 0; hour < 10 * 24; hour += 6) {
      await desk.remind();
      await Promise.all([desk.remind(), desk.remind()]);
      await desk.time.pass(day / 4);
    }
    assert.deepEqual(await desk.reminded(), [1, 3, 7]);
  });

  it('is reminded of once after a long downtime, as urgently as it is', async () => {
    const desk = remindingDesk();
    await desk.accept();
    await desk.time.pass(30 * day);
    assert.equal(await desk.remind(), true);
    assert.equal(await desk.remind(), false);
    assert.deepEqual(await desk.reminded(), [7]);
  });

  it('is not reminded of by a clock that was set back, and not twice', async () => {
    const desk = remindingDesk();
    await desk.accept();
    await desk.time.pass(day);
    await desk.remind();
    desk.time.turnClock(-5 * day);
    await desk.remind();
    desk.time.turnClock(5 * day);
    await desk.remind();
    assert.deepEqual(await desk.reminded(), [1]);
  });

  it('is not reminded of once it was confirmed, or another decision made it pointless', async () => {
    const confirmed = remindingDesk();
    await confirmed.read();
    await confirmed.accept();
    confirmed.tenant.show(granularOffer);
    await confirmed.read();
    await confirmed.time.pass(8 * day);
    await confirmed.remind();
    assert.deepEqual(await confirmed.reminded(), []);
    const undone = remindingDesk();
    await undone.accept();
    await undone.remove(megan);
    await undone.time.pass(day);
    await undone.remind();
    assert.deepEqual(await undone.reminded(), [1], 'of the removal alone');
  });
});
