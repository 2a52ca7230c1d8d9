import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantFrom, later } from '../../src/domain/instant.ts';
import { timeZoneNamed } from '../../src/domain/time-zone.ts';
import { formatFor } from '../../src/i18n/format.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const evening = '2026-11-22T22:30:00.000Z';
const inZone = (name: string) => formatFor('en', timeZoneNamed(name));

describe('dates for a reader', () => {
  const readers: readonly (readonly [string, string, string])[] = [
    ['UTC', '22 November 2026', '22 November 2026 at 22:30 UTC'],
    ['Europe/Paris', '22 November 2026', '22 November 2026 at 23:30 CET'],
    ['America/Montreal', '22 November 2026', '22 November 2026 at 17:30 GMT-5'],
    ['Pacific/Kiritimati', '23 November 2026', '23 November 2026 at 12:30 GMT+14'],
    ['Pacific/Pago_Pago', '22 November 2026', '22 November 2026 at 11:30 GMT-11'],
  ];
  for (const [zone, date, moment] of readers) {
    it(`are those of their own time zone: ${zone}`, () => {
      assert.equal(inZone(zone).date(evening), date);
      assert.equal(inZone(zone).moment(evening), moment);
    });
  }

  it('are in UTC and say so where the zone is not known', () => {
    const format = formatFor('en');
    assert.equal(format.date(evening), '22 November 2026 UTC');
    assert.equal(format.moment(evening), '22 November 2026 at 22:30 UTC');
    assert.equal(formatFor('fr').date(evening), '22 novembre 2026 UTC');
  });

  it('are written as the language does', () => {
    const format = formatFor('fr', timeZoneNamed('Europe/Paris'));
    assert.equal(format.moment(evening), '22 novembre 2026 à 23:30 UTC+1');
  });

  it('tell apart the two times of the hour that comes twice', () => {
    const format = inZone('Europe/Paris');
    assert.equal(format.moment('2026-10-25T00:30:00.000Z'), '25 October 2026 at 02:30 CEST');
    assert.equal(format.moment('2026-10-25T01:30:00.000Z'), '25 October 2026 at 02:30 CET');
  });
});

describe('the days until a date', () => {
  /** From noon to noon local time, over the clock changes of 2027. */
  const switches: readonly (readonly [string, string, string, string])[] = [
    ['Europe/Paris', 'spring', '2027-03-27T11:00:00.000Z', '2027-03-28T10:00:00.000Z'],
    ['Europe/Paris', 'autumn', '2027-10-30T10:00:00.000Z', '2027-10-31T11:00:00.000Z'],
    ['America/Montreal', 'spring', '2027-03-13T17:00:00.000Z', '2027-03-14T16:00:00.000Z'],
    ['America/Montreal', 'autumn', '2027-11-06T16:00:00.000Z', '2027-11-07T17:00:00.000Z'],
  ];
  for (const [zone, season, from, to] of switches) {
    it(`is one over the clock change of ${season} in ${zone}, from noon to noon`, () => {
      const format = inZone(zone);
      assert.equal(format.daysUntil(from, to), 1);
      const week = later(instantFrom(Date.parse(to)), 7 * day);
      assert.equal(format.daysUntil(from, week), 8);
    });
  }

  it('counts midnights: a minute past one is tomorrow, and 23 hours may be today', () => {
    const format = inZone('Europe/Paris');
    assert.equal(format.daysUntil('2026-11-22T22:30:00.000Z', '2026-11-22T23:30:00.000Z'), 1);
    assert.equal(format.daysUntil('2026-11-21T23:00:00.000Z', '2026-11-22T22:59:00.000Z'), 0);
  });

  it('differs by reader where their dates do', () => {
    const end = '2026-11-25T10:30:00.000Z';
    assert.equal(inZone('Pacific/Kiritimati').daysUntil(evening, end), 3);
    assert.equal(inZone('Pacific/Pago_Pago').daysUntil(evening, end), 2);
  });

  it('always leads from the date of today to the date that is written, whatever the zone', () => {
    const zones = ['UTC', 'Europe/Paris', 'America/Montreal', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) }).map(instantFrom);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moment,
        fc.integer({ min: 0, max: 800 * 24 }),
        (zone, now, hours) => {
          const format = inZone(zone);
          const end = later(now, hours * hour);
          const today = Date.parse(`${format.date(now)} UTC`);
          const written = Date.parse(`${format.date(end)} UTC`);
          assert.equal(format.daysUntil(now, end), Math.round((written - today) / day));
        },
      ),
    );
  });
});
