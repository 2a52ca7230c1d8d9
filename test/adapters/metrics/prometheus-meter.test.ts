import assert from 'node:assert/strict';
import { prometheusMeter } from '../../../src/adapters/metrics/prometheus-meter.ts';

describe('the metrics page', () => {
  it('counts what happens, by its few labels', async () => {
    const meter = prometheusMeter();
    meter.record({ kind: 'turn', request: 'said', outcome: 'answered', seconds: 0.02 });
    meter.record({ kind: 'turn', request: 'said', outcome: 'answered', seconds: 3 });
    meter.record({ kind: 'press', verb: 'help.show' });
    meter.record({ kind: 'decision', outcome: 'authorized' });
    meter.record({ kind: 'refusal', reason: 'bad-token' });
    meter.record({ kind: 'call', target: 'connector', outcome: 'timeout', seconds: 10 });
    meter.record({ kind: 'retry', of: 'post' });
    const { contentType, text } = await meter.page({ mail: 3, posts: 1000 });
    assert.match(contentType, /^text\/plain; version=0\.0\.4/);
    const lines = text.split('\n');
    for (const line of [
      'partner_desk_turn_seconds_count{request="said",outcome="answered"} 2',
      'partner_desk_turn_seconds_bucket{le="0.025",request="said",outcome="answered"} 1',
      'partner_desk_presses_total{verb="help.show"} 1',
      'partner_desk_decisions_total{outcome="authorized"} 1',
      'partner_desk_refusals_total{reason="bad-token"} 1',
      'partner_desk_call_seconds_sum{target="connector",outcome="timeout"} 10',
      'partner_desk_retries_total{of="post"} 1',
      'partner_desk_queue_length{queue="mail"} 3',
      'partner_desk_queue_length{queue="posts"} 1000',
    ]) {
      assert.ok(lines.includes(line), line);
    }
  });

  it('tells the memory and the event-loop delay of the process', async () => {
    const { text } = await prometheusMeter().page({ mail: 0, posts: 0 });
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_heap_size_used_bytes',
      'nodejs_eventloop_lag_p50_seconds',
      'nodejs_eventloop_lag_p99_seconds',
    ]) {
      assert.match(text, new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
    }
  });
});
