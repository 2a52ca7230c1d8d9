import assert from 'node:assert/strict';
import type { MetricEvent } from '../../../src/application/ports/meter.ts';
import { watchCalls } from '../../../src/application/runtime/call-health.ts';
import { recordedMeter } from '../../support/ports/recorded-meter.ts';

describe('What the desk calls', () => {
  const call = (
    target: 'mail' | 'connector' | 'keys',
    outcome: 'done' | 'refused' | 'failed' | 'timeout',
  ): MetricEvent => ({
    kind: 'call',
    target,
    outcome,
    seconds: 1,
  });

  it('counts as down after three calls that failed one after the other, until one comes through', async () => {
    const meter = recordedMeter();
    const watch = watchCalls(meter);
    for (const outcome of ['failed', 'timeout', 'refused', 'failed', 'failed'] as const)
      watch.record(call('mail', outcome));
    await watch.check('mail');
    watch.record(call('mail', 'timeout'));
    watch.record(call('connector', 'done'));
    await assert.rejects(watch.check('mail'));
    await watch.check('connector');
    watch.record(call('mail', 'done'));
    await watch.check('mail');
    assert.equal(meter.events.length, 8);
  });

  it('counts as down until it was tried and after a single failure, where it is tried on purpose', async () => {
    const watch = watchCalls(recordedMeter());
    await assert.rejects(watch.checkLatest('keys'));
    watch.record(call('keys', 'done'));
    await watch.checkLatest('keys');
    watch.record(call('keys', 'timeout'));
    await assert.rejects(watch.checkLatest('keys'));
    watch.record(call('keys', 'done'));
    await watch.checkLatest('keys');
  });
});
