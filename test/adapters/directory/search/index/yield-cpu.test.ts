import assert from 'node:assert/strict';
import { yieldBetween } from '../../../../../src/adapters/directory/search/index/yield-cpu.ts';

describe('a thread that yields the CPU', () => {
  const work = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
  };

  it('rests as long as it has worked', () => {
    const rest = yieldBetween();
    work(20);
    const began = performance.now();
    rest();
    // Sleeping is counted in whole milliseconds.
    assert.ok(performance.now() - began >= 19);
  });

  it('works on while it has just begun to', () => {
    let rests = 0;
    const { wait } = Atomics;
    Atomics.wait = () => {
      rests += 1;
      return 'timed-out';
    };
    try {
      const rest = yieldBetween();
      rest();
      assert.equal(rests, 0);
      work(6);
      rest();
      assert.equal(rests, 1);
    } finally {
      Atomics.wait = wait;
    }
  });
});
