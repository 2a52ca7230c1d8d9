import { day } from '../../../domain/instant.ts';
import { monthsNamed } from './month-names.ts';

/** What stands between the parts of a date in some language, besides separators: `10 de octubre`, `1st`. */
const fillers: ReadonlySet<string> = new Set([
  'de',
  'del',
  'd',
  'of',
  'st',
  'nd',
  'rd',
  'th',
  'g',
  'r',
  'г',
  'р',
]);
const eastAsianUnits: ReadonlySet<string> = new Set(['年', '月', '日', '년', '월', '일']);
const midnight = /[ t]0?0:00(?::00(?:\.0+)?)?z?$/;

/** Days from the first days of Excel's two calendars to 1970. */
const serialOf1970 = { windows: 25_569, oldMac: 24_107 };

/** What a value says as a date. */
interface DateParts {
  /** Months by name; several where languages share a word. */
  readonly months: readonly number[];
  readonly numbers: readonly number[];
}

/**
 * Whether a size looks like a date, which is what Excel makes of `10-50` (October 1950) and `1-9`; then what to do about
 * it. Such a value is not turned back: the same words may have been typed, and Excel damaged other cells of the column.
 * @returns a predicate after the column's name; undefined if it is no date
 */
export function describeExcelDate(value: string): string | undefined {
  const text = value.trim().toLowerCase().replace(midnight, '');
  // Excel writes # for a date that is wider than its column.
  const date = /^#{2,}$/.test(text) ? { months: [], numbers: [] } : datePartsIn(text);
  if (date === undefined) return undefined;
  const size = sizeBehind(date);
  const origin = size === undefined ? 'a size such as 10-50' : `a size, probably ${size}`;
  return `is a date that Excel made of ${origin}: format the column as text in Excel, type the sizes again and save the file again`;
}

function datePartsIn(text: string): DateParts | undefined {
  if (/^\d{5}$/.test(text)) return serialDate(Number(text));
  if (!/^[\p{L}\p{M}\d\s./,\p{Pd}]+$/u.test(text)) return undefined;
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (numbers.length > 3 || numbers.some((number) => number > 2100)) return undefined;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return isNumericDate(text, numbers) ? { months: [], numbers } : undefined;
  if (numbers.length === 0) return undefined;
  const named = words.filter((word) => !fillers.has(word));
  if (named.every((word) => eastAsianUnits.has(word))) return { months: [], numbers };
  const months = named.length === 1 ? monthsNamed(named[0] ?? '') : [];
  return months.length === 0 ? undefined : { months, numbers };
}

/** `1/10/1950`, `2050-10-01`, `01.10.50`; of two numbers only what is no plain range: `10/50`, `1950-10`, `01-09`. */
function isNumericDate(text: string, numbers: readonly number[]): boolean {
  if (numbers.length === 3) return numbers.some((number) => number >= 1 && number <= 12);
  if (numbers.length !== 2 || text.includes(',')) return false;
  const hasYear = numbers.some((number) => number >= 1900);
  const isRange = /^\d+\s*\p{Pd}\s*\d+$/u.test(text);
  if (isRange) return (hasYear && numbers.some((number) => number <= 12)) || /(?<!\d)0\d/.test(text);
  return numbers.some((number) => number >= 1 && number <= 12);
}

function serialDate(serial: number): DateParts | undefined {
  const candidates = Object.values(serialOf1970).map((start) => new Date((serial - start) * day));
  const years = candidates.map((date) => date.getUTCFullYear());
  if (years.some((year) => year < 1930 || year > 2100)) return undefined;
  const known = candidates.map((date) => ({
    months: [],
    numbers: [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
  }));
  return known.find((parts) => sizeBehind(parts) !== undefined) ?? { months: [], numbers: [] };
}

/** The size that Excel made the date of, as far as it can be told. */
function sizeBehind({ months, numbers }: DateParts): string | undefined {
  const has = (month: number, others: readonly number[]): boolean =>
    others.some((other) => numbers.includes(other)) &&
    (months.length === 0 ? numbers.includes(month) : months.includes(month));
  if (has(10, [50, 1950, 2050])) return '10-50';
  return has(1, [9]) || has(9, [1]) ? '1-9' : undefined;
}
