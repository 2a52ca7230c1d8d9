import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeFileName } from '../../../src/adapters/files/encode-file-name.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

describe('the name of a file for an id', () => {
  it('leaves a GUID as it is', () => {
    const id = '00000000-0000-0000-0000-00000000000a';
    assert.equal(encodeFileName(id), id);
  });

  it('is safe on every file system', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = encodeFileName(text);
        assert.match(name, /^[a-z0-9_%=-]{1,120}$/);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)$/);
      }),
    );
  });

  it('differs for ids that differ', () => {
    const alike = [
      '',
      '%',
      'a',
      'A',
      '%41',
      'nul',
      '%6eul',
      'NUL',
      '\ud800',
      '\ud801',
      'é',
      'e\u0301',
      'x'.repeat(121),
    ];
    assert.equal(new Set(alike.map(encodeFileName)).size, alike.length);
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        assert.equal(encodeFileName(one) === encodeFileName(other), one === other);
      }),
    );
  });

  it('differs for long ids that differ at their very end', () => {
    const long = 'a:'.repeat(200);
    assert.notEqual(encodeFileName(`${long}1`), encodeFileName(`${long}2`));
    assert.equal(encodeFileName(long), encodeFileName(long));
  });
});
