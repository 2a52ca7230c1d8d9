import assert from 'node:assert/strict';
import { timeZoneNamed } from '../../src/domain/time-zone.ts';

describe('a time zone that a client tells', () => {
  for (const name of ['Europe/Paris', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    it(`may be ${name}`, () => {
      assert.equal(timeZoneNamed(name), name);
    });
  }

  it('is known by any of its names, and kept by one', () => {
    assert.equal(timeZoneNamed('europe/PARIS'), 'Europe/Paris');
    assert.equal(timeZoneNamed('US/Eastern'), timeZoneNamed('America/New_York'));
    assert.notEqual(timeZoneNamed('America/Montreal'), undefined);
  });

  for (const name of [
    undefined,
    null,
    '',
    'Contoso/Nowhere',
    '+02:00',
    'Romance Standard Time',
    'x'.repeat(10_000),
  ]) {
    it(`is not known from ${String(name).slice(0, 30) || 'an empty name'}`, () => {
      assert.equal(timeZoneNamed(name), undefined);
    });
  }
});
