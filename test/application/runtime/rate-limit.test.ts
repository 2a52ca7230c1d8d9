import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRateLimit } from '../../../src/application/runtime/rate-limit.ts';

describe('createRateLimit', () => {
  const limits = { burst: 3, perSecond: 0.5, maxKeys: 2 };

  it('lets a burst through, then one whenever its time has come', () => {
    const waitFor = createRateLimit(limits);
    assert.deepEqual(
      [0, 0, 0, 0].map((now) => waitFor('a', now)),
      [0, 0, 0, 2],
    );
    assert.equal(waitFor('a', 1500), 1);
    assert.equal(waitFor('a', 2000), 0);
    assert.equal(waitFor('a', 2000), 2);
  });

  it('never saves up more than a burst', () => {
    const waitFor = createRateLimit(limits);
    waitFor('a', 0);
    assert.deepEqual(
      [0, 0, 0, 0].map(() => waitFor('a', 1e9)),
      [0, 0, 0, 2],
    );
  });

  it('keeps those that it counts apart', () => {
    const waitFor = createRateLimit({ ...limits, burst: 1 });
    assert.deepEqual(
      ['a', 'b', 'a', 'b'].map((key) => waitFor(key, 0)),
      [0, 0, 2, 2],
    );
  });

  it('forgets those that it has not seen for longest', () => {
    const waitFor = createRateLimit({ ...limits, burst: 1 });
    assert.deepEqual(
      ['a', 'b', 'a', 'c', 'a', 'b'].map((key) => waitFor(key, 0)),
      [0, 0, 2, 0, 2, 0],
    );
  });

  it('refills nothing while the clock runs backwards', () => {
    const waitFor = createRateLimit({ ...limits, burst: 1 });
    assert.deepEqual(
      [9000, 5000, 1000].map((now) => waitFor('a', now)),
      [0, 2, 2],
    );
  });

  it('lets through no more than a burst and what was refilled, whenever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 100 }), (pauses) => {
        const waitFor = createRateLimit(limits);
        let now = 0;
        const through = pauses.filter((pause) => waitFor('a', (now += pause)) === 0);
        assert.ok(through.length <= limits.burst + (now / 1000) * limits.perSecond);
      }),
    );
  });
});
