import assert from 'node:assert/strict';
import fc from 'fast-check';
import { administrationDays, daysOf, extensionDays } from '../../src/domain/duration.ts';

describe('daysOf', () => {
  const durations: Record<string, number> = {
    P730D: 730,
    P2Y: 730,
    P1Y: 365,
    P6M: 180,
    P2W: 14,
    P180D: 180,
    P1Y6M5D: 550,
    P1D: 1,
    PT24H: 1,
    PT36H: 2,
    P1DT12H: 2,
    PT1440M: 1,
    PT1S: 1,
    PT0S: 0,
    P0D: 0,
    p30d: 30,
  };
  for (const [text, days] of Object.entries(durations)) {
    it(`reads ${text} as ${days} days`, () => {
      assert.equal(daysOf(text), days);
    });
  }

  it('refuses what is no duration', () => {
    for (const text of [
      '',
      'P',
      'PT',
      'P1DT',
      '730',
      '730D',
      'P-1D',
      '-P1D',
      'P1.5D',
      'PD',
      'P1D2Y',
      ' P1D',
      'P1D ',
    ]) {
      assert.equal(daysOf(text), undefined, text);
    }
  });

  it('answers with whole days or nothing, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^P(\d+[YMWD]){0,4}(T(\d+[HMS]){0,3})?$/));
    fc.assert(
      fc.property(text, (duration) => {
        const days = daysOf(duration);
        assert.ok(days === undefined || (Number.isSafeInteger(days) && days >= 0));
      }),
    );
  });
});

describe('administrationDays', () => {
  it('takes a day to two years', () => {
    assert.deepEqual(['P1D', 'P90D', 'P730D', 'P2Y'].map(administrationDays), [1, 90, 730, 730]);
  });

  it('refuses anything shorter or longer', () => {
    for (const text of ['P0D', 'PT0S', 'P731D', 'P2Y1D', 'P3Y', 'tomorrow']) {
      assert.equal(administrationDays(text), undefined, text);
    }
  });
});

describe('extensionDays', () => {
  it('takes half a year or none', () => {
    assert.deepEqual(['P180D', 'P0D', 'PT0S'].map(extensionDays), [180, 0, 0]);
  });

  it('refuses anything else', () => {
    for (const text of ['P181D', 'P1D', 'P1Y', '']) assert.equal(extensionDays(text), undefined, text);
  });
});
