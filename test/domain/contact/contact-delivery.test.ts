import assert from 'node:assert/strict';
import fc from 'fast-check';
import { afterAttempt, type DeliveryState } from '../../../src/domain/contact/contact-delivery.ts';
import { later, millisecondsOf } from '../../../src/domain/instant.ts';
import { monday } from '../../support/examples/contact-examples.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The minutes between the attempts to send an e-mail that always fails, until it is given up. */
function waits(chance: number): number[] {
  const minutes: number[] = [];
  let at = monday;
  let state: DeliveryState = { kind: 'waiting', attempts: 0, nextAttemptAt: monday };
  while (state.kind === 'waiting') {
    minutes.push((millisecondsOf(state.nextAttemptAt) - millisecondsOf(at)) / minute);
    at = state.nextAttemptAt;
    state = afterAttempt(state, 'failed', { requestedAt: monday, at, chance });
  }
  assert.deepEqual(state, { kind: 'givenUp', at: later(monday, 24 * hour) });
  return minutes;
}

describe('delivery of an e-mail', () => {
  const fresh = { kind: 'waiting', attempts: 0, nextAttemptAt: monday } as const;

  it('ends when the e-mail is accepted or refused', () => {
    const now = { requestedAt: monday, at: later(monday, minute), chance: 0 };
    assert.deepEqual(afterAttempt(fresh, 'accepted', now), { kind: 'sent', at: now.at });
    assert.deepEqual(afterAttempt(fresh, 'refused', now), { kind: 'givenUp', at: now.at });
  });

  it('waits twice as long after each failure, up to an hour, and gives up after a day', () => {
    const minutes = waits(0);
    assert.deepEqual(minutes.slice(0, 10), [0, 0.5, 1, 2, 4, 8, 16, 32, 60, 60]);
    assert.equal(
      minutes.reduce((sum, each) => sum + each),
      24 * 60,
    );
  });

  it('waits a little less by chance, so that e-mails do not all come at once', () => {
    assert.deepEqual(waits(0.5).slice(0, 5), [0, 0.45, 0.9, 1.8, 3.6]);
  });

  it('never waits more than an hour nor beyond the day', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        assert.ok(waits(chance).every((each) => each <= 60));
      }),
    );
  });

  it('tries an e-mail older than a day once more, and takes the answer', () => {
    const late = { requestedAt: monday, at: later(monday, 48 * hour), chance: 0 };
    assert.deepEqual(afterAttempt(fresh, 'accepted', late), { kind: 'sent', at: late.at });
    assert.deepEqual(afterAttempt(fresh, 'failed', late), { kind: 'givenUp', at: late.at });
  });
});
