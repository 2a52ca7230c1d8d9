import assert from 'node:assert/strict';
import { runPeriodically, type JobRun } from '../../../src/application/runtime/run-periodically.ts';
import { received } from '../../support/examples/invitation-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const minute = 60_000;

describe('runPeriodically', () => {
  function start(work: (run: JobRun) => Promise<void>) {
    const time = movingTime(received);
    const log = recordedLog();
    const stop = runPeriodically({ timer: time.timer, log, interval: minute, failure: 'it failed' }, work);
    return { time, log, stop };
  }

  it('does the work now and after each interval, until it is stopped', async () => {
    let times = 0;
    const { time, stop } = start(() => {
      times += 1;
      return Promise.resolve();
    });
    assert.equal(times, 1);
    await time.pass(2 * minute);
    assert.equal(times, 3);
    stop();
    await time.pass(2 * minute);
    assert.equal(times, 3);
  });

  it('logs what failed, and tries again the next time', async () => {
    let times = 0;
    const { time, log } = start(() => {
      times += 1;
      return times === 1 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
    });
    await time.pass(minute);
    assert.equal(times, 2);
    assert.deepEqual(log.lines, ['error it failed']);
  });

  it('waits for work that takes long, and ends its pause when it is stopped', async () => {
    const done: string[] = [];
    const { time, stop } = start(async ({ pause, isStopped }) => {
      done.push('begun');
      await pause(3 * minute);
      done.push(isStopped() ? 'stopped' : 'rested');
    });
    await time.pass(2 * minute);
    assert.deepEqual(done, ['begun']);
    await time.pass(2 * minute);
    assert.deepEqual(done, ['begun', 'rested', 'begun']);
    stop();
    await time.pass(9 * minute);
    assert.deepEqual(done, ['begun', 'rested', 'begun']);
  });
});
