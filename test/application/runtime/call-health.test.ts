import assert from 'node:assert/strict';
import type { Happening } from '../../../src/application/ports/meter.ts';
import { watchCalls } from '../../../src/application/runtime/call-health.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';

describe('What the desk calls', () => {
  const call = (
    target: 'mail' | 'connector',
    outcome: 'done' | 'refused' | 'failed' | 'timeout',
  ): Happening => ({
    kind: 'call',
    target,
    outcome,
    seconds: 1,
  });

  it('counts as down after three calls that failed one after the other, until one comes through', async () => {
    const meter = recordedMeter();
    const watch = watchCalls(meter);
    for (const outcome of ['failed', 'timeout', 'refused', 'failed', 'failed'] as const)
      watch.note(call('mail', outcome));
    await watch.check('mail');
    watch.note(call('mail', 'timeout'));
    watch.note(call('connector', 'done'));
    await assert.rejects(watch.check('mail'));
    await watch.check('connector');
    watch.note(call('mail', 'done'));
    await watch.check('mail');
    assert.equal(meter.happenings.length, 8);
  });
});
