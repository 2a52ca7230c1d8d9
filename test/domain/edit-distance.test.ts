import assert from 'node:assert/strict';
import { editDistance, typosForgiven } from '../../src/domain/edit-distance.ts';

describe('the edit distance', () => {
  const pairs: readonly (readonly [string, string, number])[] = [
    ['azure', 'azure', 0],
    ['azure', 'azrue', 1],
    ['azure', 'azur', 1],
    ['azure', 'azzure', 1],
    ['azure', 'asure', 1],
    ['reseller', 'resseler', 2],
    ['reseller', 'teacher', 3],
    ['', 'ab', 2],
  ];
  for (const [one, other, distance] of pairs) {
    it(`between “${one}” and “${other}” is ${distance === 3 ? 'more than 2' : distance}`, () => {
      assert.equal(editDistance(one, other, 2), distance);
      assert.equal(editDistance(other, one, 2), distance);
    });
  }
});

describe('how many typos are forgiven', () => {
  const expected = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
  it('is none below four letters, one from four and two from eight', () => {
    assert.deepEqual(
      expected.map((_, letters) => typosForgiven(letters)),
      expected,
    );
  });
});
