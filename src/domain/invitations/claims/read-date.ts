import { day } from '../../instant.ts';
import type { Token } from './claim-lines.ts';

const months = [
  'january jan janvier janv januar janner enero gennaio gen januari janeiro',
  'february feb fevrier fevr februar febrero febbraio februari fevereiro',
  'march mar mars marz marzo maart mrt marco',
  'april apr avril avr abril aprile',
  'may mai mayo maggio mag mei maio',
  'june jun juin juni junio giugno giu junho',
  'july jul juillet juil juli julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct octobre oktober okt octubre ottobre ott outubro',
  'november nov novembre noviembre novembro',
  'december dec decembre dezember dez diciembre dic dicembre dezembro',
];

const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A day, as milliseconds since 1970 in UTC, and the token after it. */
export interface ReadDate {
  readonly at: number;
  readonly next: number;
}

/**
 * Reads a date: `1 January 2027`, `1. Januar 2027`, `January 1, 2027`, `2027-01-31`, `31/01/2027`, `31.01.2027`.
 * @returns undefined for anything else, and where day and month might be swapped: `03/04/2027`
 */
export function readDate(tokens: readonly Token[], start: number): ReadDate | undefined {
  return readNamed(tokens, start) ?? readNumeric(tokens, start);
}

function readNamed(tokens: readonly Token[], start: number): ReadDate | undefined {
  const parts: number[] = [];
  let month: number | undefined;
  let at = start;
  for (; at < tokens.length && at < start + 8 && parts.length < 2; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'number') parts.push(Number(token.text));
    else if (token.kind === 'word' && month === undefined && monthByName.has(token.text)) {
      month = monthByName.get(token.text);
      if (parts.length > 1) return undefined;
    } else if (!/^(?:[.,]|de|of|er|st|nd|rd|th|o)$/.test(token.text)) return undefined;
  }
  const [dayOfMonth, year] = parts;
  return month === undefined ? undefined : dateOf(year, month, dayOfMonth, at);
}

function readNumeric(tokens: readonly Token[], start: number): ReadDate | undefined {
  const five = tokens.slice(start, start + 5);
  const [first, separator, second, other, third] = five;
  if (first?.kind !== 'number' || second?.kind !== 'number' || third?.kind !== 'number') return undefined;
  if (separator === undefined || separator.text !== other?.text || !/^[./-]$/.test(separator.text)) {
    return undefined;
  }
  if (five.some((token, index) => index > 0 && token.start !== five[index - 1]?.end)) return undefined;
  const next = start + 5;
  const [one, two, three] = [Number(first.text), Number(second.text), Number(third.text)];
  if (first.text.length === 4) return separator.text === '-' ? dateOf(one, two, three, next) : undefined;
  // With dots the day comes first wherever dates are written so.
  if (separator.text === '.' || one > 12 || one === two) return dateOf(three, two, one, next);
  return two > 12 ? dateOf(three, one, two, next) : undefined;
}

function dateOf(
  year: number | undefined,
  month: number,
  dayOfMonth: number | undefined,
  next: number,
): ReadDate | undefined {
  if (year === undefined || dayOfMonth === undefined || year < 2000 || year > 2100) return undefined;
  const at = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(at);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return isReal ? { at, next } : undefined;
}

/** The days of a period whose first and last day are named. */
export function daysBetween(first: ReadDate, last: ReadDate): number {
  return Math.round((last.at - first.at) / day) + 1;
}
