import assert from 'node:assert/strict';
import { withRefusal, type RecentRefusals } from '../../../src/domain/history/recent-refusals.ts';
import { later } from '../../../src/domain/instant.ts';
import { received } from '../../support/examples/invitation-examples.ts';

const minute = 60_000;

const about = (key: string) => ({ key, isAboutSomething: true });
const madeUp = (key: string) => ({ key, isAboutSomething: false });

describe('A refusal of late', () => {
  it('is recorded once an hour, however often it comes', () => {
    const first = withRefusal(undefined, about('authorize 1'), received);
    assert.deepEqual(first, { since: received, refused: ['authorize 1'] });
    assert.equal(withRefusal(first, about('authorize 1'), later(received, 59 * minute)), undefined);
    const next = later(received, 60 * minute);
    assert.deepEqual(withRefusal(first, about('authorize 1'), next), {
      since: next,
      refused: ['authorize 1'],
    });
  });

  it('is recorded again as soon as the clock was set back, rather than once it has caught up', () => {
    const first = withRefusal(undefined, about('authorize 1'), received);
    const back = later(received, -minute);
    assert.deepEqual(withRefusal(first, about('authorize 1'), back), {
      since: back,
      refused: ['authorize 1'],
    });
  });

  function recordedOf(refusals: readonly ReturnType<typeof about>[], before?: RecentRefusals) {
    let recent = before;
    const recorded: string[] = [];
    for (const refusal of refusals) {
      const next = withRefusal(recent, refusal, received);
      if (next !== undefined) recorded.push(refusal.key);
      recent = next ?? recent;
    }
    return { recent, recorded };
  }
  const keys = Array.from({ length: 300 }, (_, index) => `authorize ${index}`);

  it('is recorded beside others, up to two hundred an hour', () => {
    assert.deepEqual(recordedOf(keys.map(about)).recorded, keys.slice(0, 200));
  });

  it('is recorded up to twenty times an hour of what was made up, which hides no other', () => {
    const { recent, recorded } = recordedOf(keys.map(madeUp));
    assert.deepEqual(recorded, keys.slice(0, 20));
    assert.deepEqual(recordedOf(keys.map(about), recent).recorded, keys.slice(0, 200));
  });
});
