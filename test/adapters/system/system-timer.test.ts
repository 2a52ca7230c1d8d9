import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { systemTimer } from '../../../src/adapters/system/system-clock.ts';

describe('the machine’s timer', () => {
  it('runs what it is given, once, unless that is cancelled', async () => {
    const ran: string[] = [];
    systemTimer.after(1, () => ran.push('kept'));
    const cancel = systemTimer.after(1, () => ran.push('cancelled'));
    cancel();
    while (ran.length === 0) await setTimeout(1);
    await setTimeout(5);
    assert.deepEqual(ran, ['kept']);
    cancel();
  });

  it('does not run at once what is to wait for months', async () => {
    const ran: string[] = [];
    const cancel = systemTimer.after(90 * 24 * 60 * 60 * 1000, () => ran.push('too early'));
    await setTimeout(20);
    cancel();
    assert.deepEqual(ran, []);
  });
});
