import type { Instant } from '../instant.ts';
import type { Language } from '../language.ts';
import type { TimeZone } from '../time-zone.ts';

/**
 * Times as Excel takes them for times, to the second, in a time zone: `2026-11-27 05:09:54` in English, which American and
 * British settings read alike; `27/11/2026 05:09:54` in French.
 * @param timeZone UTC if undefined
 */
export function excelTimes(language: Language, timeZone: TimeZone | undefined): (instant: Instant) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: timeZone ?? 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (instant) => {
    const part = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
    const of = (...types: readonly Intl.DateTimeFormatPartTypes[]) =>
      types.map((type) => part.get(type) ?? '');
    const date =
      language === 'fr' ? of('day', 'month', 'year').join('/') : of('year', 'month', 'day').join('-');
    return `${date} ${of('hour', 'minute', 'second').join(':')}`;
  };
}
