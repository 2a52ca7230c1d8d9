import assert from 'node:assert/strict';
import { meteredStore } from '../../../src/adapters/metrics/metered-store.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { lee, megan } from '../../support/examples/invitation-examples.ts';
import { memoryStore } from '../../support/ports/memory-store.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';

describe('the count of decisions', () => {
  it('has each decision once, however many press, and what was refused apart', async () => {
    const meter = recordedMeter();
    const desk = invitationDesk({ store: meteredStore(memoryStore(), meter) });
    const invitation = await desk.receive();
    await assert.rejects(desk.authorize(lee, invitation), { code: 'not-allowed' });
    const presses = Array.from({ length: 20 }, () => desk.authorize(megan, invitation));
    await Promise.all(presses);
    assert.deepEqual(meter.events, [
      { kind: 'decision', outcome: 'refused' },
      { kind: 'decision', outcome: 'authorized' },
    ]);
  });
});
