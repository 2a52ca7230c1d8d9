import assert from 'node:assert/strict';
import fc from 'fast-check';
import { referenceBytes, referenceFrom } from '../../../src/domain/contact/reference.ts';

describe('reference', () => {
  it('is written in letters that nobody mixes up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: referenceBytes, maxLength: referenceBytes }), (bytes) => {
        assert.match(referenceFrom(bytes), /^PD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('uses every bit', () => {
    assert.equal(referenceFrom(Uint8Array.of(0, 0, 0, 0, 0)), 'PD-0000-0000');
    assert.equal(referenceFrom(Uint8Array.of(255, 255, 255, 255, 255)), 'PD-ZZZZ-ZZZZ');
    assert.equal(referenceFrom(Uint8Array.of(0x80, 0, 0, 0, 1)), 'PD-G000-0001');
  });
});
