import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chatLimits } from '../../../src/application/notifications/post-limits.ts';
import { createSlidingWindow, type Limit } from '../../../src/application/runtime/sliding-window.ts';

describe('A sliding window', () => {
  it('lets no more through, in any stretch of time, than its limits allow, and makes nobody wait longer', () => {
    const pauses = fc.array(fc.oneof(fc.constant(0), fc.nat(3_000)), { maxLength: 150 });
    fc.assert(
      fc.property(pauses, (waits) => {
        const window = createSlidingWindow(chatLimits);
        const sent: number[] = [];
        let now = 0;
        for (const wait of waits) {
          now += wait;
          const at = window.roomAt(now);
          assert.equal(at, earliest(sent, now));
          now = at;
          window.record(now);
          sent.push(now);
        }
      }),
    );
  });

  it('has nobody wait for a clock that went back, and lets no more through for it', () => {
    const window = createSlidingWindow([{ max: 2, within: 1000 }]);
    window.record(3_600_000);
    window.record(3_600_400);
    assert.equal(window.roomAt(100), 700);
    window.record(700);
    assert.equal(window.roomAt(700), 1100);
  });
});

/** The first moment at which one more breaks none of the limits. */
function earliest(sent: readonly number[], now: number): number {
  const isFull = ({ max, within }: Limit, at: number) =>
    sent.filter((time) => time > at - within).length >= max;
  const candidates = [now, ...sent.flatMap((time) => chatLimits.map(({ within }) => time + within))];
  return Math.min(...candidates.filter((at) => at >= now && !chatLimits.some((limit) => isFull(limit, at))));
}
