import assert from 'node:assert/strict';
import { excelTimes } from '../../../src/domain/history/excel-time.ts';
import { instantFrom } from '../../../src/domain/instant.ts';
import { timeZoneNamed } from '../../../src/domain/time-zone.ts';

describe('A time for Excel', () => {
  const at = instantFrom(Date.UTC(2026, 10, 27, 4, 9, 54, 38));
  const midnight = instantFrom(Date.UTC(2026, 10, 26, 23));

  for (const [language, zone, instant, expected] of [
    ['en', undefined, at, '2026-11-27 04:09:54'],
    ['fr', undefined, at, '27/11/2026 04:09:54'],
    ['en', 'Europe/Paris', at, '2026-11-27 05:09:54'],
    ['fr', 'Europe/Paris', at, '27/11/2026 05:09:54'],
    ['fr', 'America/Montreal', at, '26/11/2026 23:09:54'],
    ['en', 'Asia/Kathmandu', at, '2026-11-27 09:54:54'],
    ['fr', 'Europe/Paris', midnight, '27/11/2026 00:00:00'],
    ['en', 'Europe/Paris', midnight, '2026-11-27 00:00:00'],
  ] as const) {
    it(`is ${expected} in ${language}, ${zone ?? 'UTC'}`, () => {
      assert.equal(excelTimes(language, timeZoneNamed(zone))(instant), expected);
    });
  }
});
