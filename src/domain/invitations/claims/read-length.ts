import { daysOf } from '../../duration.ts';
import type { Token } from './claim-lines.ts';
import {
  daysOfUnit,
  extensions,
  fillers,
  followers,
  numberOfWord,
  uncertain,
} from './duration-vocabulary.ts';
import { daysBetween, readDate } from './read-date.ts';

interface Read {
  readonly days: number;
  /** The first token after it. */
  readonly next: number;
}

/** A number alone, behind a label without a unit, counts days from here on: fewer may be months. */
const leastBareDays = 30;

/** How much two ways of naming the same length differ at most: 24 months and 2 years. */
const tolerance = 0.05;

const iso8601 = /^P[\dYMWDTHS]+/i;
const endsSentence = /^[.;!?\t]$/;
const opensRemark = /^[,()[\]:–—-]$/;
const sameAs = /^[/=(]$/;
const rangeFrom = new Set(['from', 'du', 'de', 'del', 'vom', 'von', 'desde', 'dal', 'van', 'vanaf', 'a']);
const rangeTo = new Set('to until till through au jusqu bis zum hasta al fino tot tm ate a – — -'.split(' '));

/**
 * Reads the length of time that a text names from its first token to the end of the sentence.
 * @param unitDays of a number alone, if a label names its unit
 * @returns days; undefined if it is not surely understood, or names anything else
 */
export function readLength(
  text: string,
  tokens: readonly Token[],
  unitDays: number | undefined,
): number | undefined {
  const range = readRange(tokens);
  if (range !== undefined) return endsWell(tokens, range) ? range.days : undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const read = readSum(text, tokens, at) ?? readBare(tokens, at, unitDays);
    if (read !== undefined) return confirmed(text, tokens, read);
    const token = tokens[at];
    if (token === undefined || !(fillers.has(token.text) || isDecoration(token, tokens[at + 1])))
      return undefined;
  }
  return undefined;
}

/** A mark before a length that is no part of it; not the sign of a number. */
function isDecoration({ kind, text, end }: Token, after: Token | undefined): boolean {
  if (kind !== 'mark' || endsSentence.test(text)) return false;
  return /^[-–—+]$/.test(text) ? after?.start !== end : !/^[<>~≤≥≈]$/.test(text);
}

/** Two or more quantities together: `1 year and 6 months`. */
function readSum(text: string, tokens: readonly Token[], start: number): Read | undefined {
  const first = readIso(text, tokens, start) ?? readQuantity(tokens, start);
  if (first === undefined) return undefined;
  const joiner = tokens[first.next]?.text ?? '';
  const from = /^(?:and|et|und|y|e|en|,)$/.test(joiner) ? first.next + 1 : first.next;
  const more = readQuantity(tokens, from);
  return more === undefined || more.days >= first.days
    ? first
    : { days: first.days + more.days, next: more.next };
}

function readIso(text: string, tokens: readonly Token[], start: number): Read | undefined {
  const token = tokens[start];
  if (token === undefined) return undefined;
  const found = iso8601.exec(text.slice(token.start))?.[0];
  const days = found === undefined ? undefined : daysOf(found);
  if (found === undefined || days === undefined) return undefined;
  const end = token.start + found.length;
  const next = tokens.findIndex((one) => one.start >= end);
  return { days, next: next === -1 ? tokens.length : next };
}

function readQuantity(tokens: readonly Token[], start: number): Read | undefined {
  const number = readNumber(tokens, start);
  if (number === undefined) return undefined;
  let at = number.next;
  if (tokens[at]?.text === '-') at += 1;
  if (tokens[at]?.text === 'calendar') at += 1;
  const unit = daysOfUnit.get(tokens[at]?.text ?? '');
  // `day(s)`
  const plural = tokens[at + 1]?.text === '(' && tokens[at + 3]?.text === ')' ? tokens[at + 2]?.text : '';
  if (unit === undefined) return undefined;
  return { days: number.value * unit, next: /^(?:s|e|en|n)$/.test(plural ?? '') ? at + 4 : at + 1 };
}

/** A whole number without separators, in digits, in words, or in both: `two (2)`. */
function readNumber(tokens: readonly Token[], start: number): { value: number; next: number } | undefined {
  const token = tokens[start];
  if (token?.kind === 'number') {
    const after = tokens[start + 1];
    const isParted =
      after?.kind === 'number' || (isGlue(after, token) && tokens[start + 2]?.kind === 'number');
    if (!/^\d{1,4}$/.test(token.text) || isParted) return undefined;
    return repeated(tokens, start, Number(token.text));
  }
  const value = numberOfWord.get(token?.text ?? '');
  return value === undefined ? undefined : repeated(tokens, start, value);
}

function repeated(
  tokens: readonly Token[],
  start: number,
  value: number,
): { value: number; next: number } | undefined {
  const inBrackets = tokens[start + 1]?.text === '(' && tokens[start + 3]?.text === ')';
  const again = tokens[start + 2]?.text ?? '';
  const other = /^\d+$/.test(again) ? Number(again) : numberOfWord.get(again);
  if (!inBrackets || other === undefined) return { value, next: start + 1 };
  return other === value ? { value, next: start + 4 } : undefined;
}

/** A mark that makes one number of two: `1.095`, `1,5`, `1-2`, `1/2`. */
function isGlue(mark: Token | undefined, number: Token): boolean {
  return mark?.kind === 'mark' && mark.start === number.end && !/^[()]$/.test(mark.text);
}

function readBare(tokens: readonly Token[], start: number, unitDays: number | undefined): Read | undefined {
  if (tokens[start]?.kind !== 'number') return undefined;
  const number = readNumber(tokens, start);
  if (number === undefined) return undefined;
  const { value, next } = number;
  if (unitDays !== undefined) return { days: value * unitDays, next };
  return value >= leastBareDays ? { days: value, next } : undefined;
}

function readRange(tokens: readonly Token[]): Read | undefined {
  const from = rangeFrom.has(tokens[0]?.text ?? '') ? 1 : 0;
  const first = readDate(tokens, from);
  if (first === undefined) return undefined;
  let at = first.next;
  while (rangeTo.has(tokens[at]?.text ?? '') || tokens[at]?.text === "'") at += 1;
  const last = at === first.next ? undefined : readDate(tokens, at);
  if (last === undefined || last.at < first.at) return undefined;
  const days = daysBetween(first, last);
  return { days: isTwoYears(days) ? 2 * 365 : days, next: last.next };
}

/** The days of two calendar years: with a 29 February, and with the day on which they are over. */
function isTwoYears(days: number): boolean {
  return days > 2 * 365 && days <= 2 * 365 + 2;
}

/** The length, where nothing behind it says otherwise: `730 days (2 years)`, but not `2 years or more`. */
function confirmed(text: string, tokens: readonly Token[], read: Read): number | undefined {
  let { days, next } = read;
  while (sameAs.test(tokens[next]?.text ?? '')) {
    const again = readSum(text, tokens, next + 1);
    if (again === undefined) break;
    if (Math.abs(again.days - days) > Math.max(again.days, days) * tolerance) return undefined;
    days = Math.max(days, again.days);
    next = tokens[again.next]?.text === ')' ? again.next + 1 : again.next;
  }
  return endsWell(tokens, { days, next }) ? days : undefined;
}

function endsWell(tokens: readonly Token[], { days, next }: Read): boolean {
  const rest = tokens.slice(next);
  const [first] = rest;
  if (first === undefined || endsSentence.test(first.text)) return true;
  if (!opensRemark.test(first.text) && !followers.has(first.text)) return false;
  for (const [at, { kind, text }] of rest.entries()) {
    if (endsSentence.test(text)) return true;
    if (extensions.test(text)) return !namesLonger(rest.slice(at), days);
    const isArticle = numberOfWord.get(text) === 1;
    if (kind === 'number' || uncertain.has(text) || daysOfUnit.has(text)) return false;
    if (numberOfWord.has(text) && !isArticle) return false;
  }
  return true;
}

/** Whether an extension, up to the end of the sentence, is longer than what it extends: `1 day, renewed for 2 years`. */
function namesLonger(tokens: readonly Token[], days: number): boolean {
  const end = tokens.findIndex(({ text }) => endsSentence.test(text));
  const sentence = end === -1 ? tokens : tokens.slice(0, end);
  return sentence.some((_, at) => (readQuantity(sentence, at)?.days ?? 0) > days);
}
