import assert from 'node:assert/strict';
import { withRefusal, type RecentRefusals } from '../../../src/domain/history/recent-refusals.ts';
import { later } from '../../../src/domain/instant.ts';
import { received } from '../../support/examples/invitation-examples.ts';

const minute = 60_000;

describe('A refusal of late', () => {
  it('is recorded once an hour, however often it comes', () => {
    const first = withRefusal(undefined, 'authorize 1', received);
    assert.deepEqual(first, { since: received, refused: ['authorize 1'] });
    assert.equal(withRefusal(first, 'authorize 1', later(received, 59 * minute)), undefined);
    const next = later(received, 60 * minute);
    assert.deepEqual(withRefusal(first, 'authorize 1', next), { since: next, refused: ['authorize 1'] });
  });

  it('is recorded again as soon as the clock was set back, rather than once it has caught up', () => {
    const first = withRefusal(undefined, 'authorize 1', received);
    const back = later(received, -minute);
    assert.deepEqual(withRefusal(first, 'authorize 1', back), { since: back, refused: ['authorize 1'] });
  });

  it('is recorded beside others, up to twenty an hour', () => {
    let recent: RecentRefusals | undefined;
    const recorded: number[] = [];
    for (let number = 1; number <= 100; number += 1) {
      const next = withRefusal(recent, `authorize ${number}`, received);
      if (next !== undefined) recorded.push(number);
      recent = next ?? recent;
    }
    assert.deepEqual(
      recorded,
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});
