import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../src/domain/edit-distance.ts';
import { Spelling } from '../../../src/teams/understanding/spelling.ts';

describe('spelling', () => {
  const words = ['reseller', 'provider', 'paris', 'lyon', 'lille', 'montreal', 'deployment'];
  const spelling = new Spelling(new Set([...words, 'provide']), words);

  it('leaves known words and short ones as they are', () => {
    assert.deepEqual(spelling.near('paris'), []);
    assert.deepEqual(spelling.near('provide'), []);
    assert.deepEqual(spelling.near('lyn'), []);
  });

  it('never takes a word with another first letter', () => {
    assert.deepEqual(spelling.near('varis'), []);
    assert.deepEqual(spelling.near('apris'), ['paris']);
  });

  it('puts the nearest word first', () => {
    const near = new Spelling(new Set(), ['deployments', 'deployment']);
    assert.deepEqual(near.near('deploymennt'), ['deployment', 'deployments']);
  });

  it('finds every word within one typo, and from eight letters within two, as comparing with all of them does', () => {
    const alphabet = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(alphabet, { maxLength: 30 }), alphabet, (all, typed) => {
        const expected = all.filter((word) => {
          const least = Math.min(word.length, typed.length);
          const limit = least < 8 ? 1 : 2;
          const [first = '', second = ''] = typed;
          const alike = word.startsWith(first) || word.startsWith(second + first);
          return least >= 4 && alike && editDistance(typed, word, limit) <= limit;
        });
        assert.deepEqual(new Set(new Spelling(new Set(), all).near(typed)), new Set(expected));
      }),
    );
  });
});
