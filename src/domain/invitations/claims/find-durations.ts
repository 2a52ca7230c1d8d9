import type { ClaimLine, Token } from './claim-lines.ts';
import { quoted, tokensOf } from './claim-lines.ts';
import {
  compoundNoun,
  daysOfUnit,
  durationNouns,
  durationPhrases,
  fillers,
  notTheAdministration,
  numberOfWord,
  weakDurationNouns,
} from './duration-vocabulary.ts';
import { readLength } from './read-length.ts';

/** What a message says about how long the administration lasts. */
export interface DurationClaim {
  /** The longest that it names, in days, if all that it names is understood and within Microsoft's limits. */
  readonly days?: number;
  /** What else it names, in days. */
  readonly otherDays?: readonly number[];
  /** All that it names, word for word, if anything of it is not understood. */
  readonly words?: string;
}

interface Statement {
  readonly days: number | undefined;
  readonly words: string;
}

/** Microsoft Graph allows P1D to P2Y (delegatedAdminRelationship, property `duration`). */
const maxDays = 730;
const maxStatements = 5;
/** Between two things that are said of the duration. */
export const betweenWords = ' · ';
export const maxDurationWords = 200;
/** Words before the colon of a label: `Duration of the relationship in days:`. */
const maxLabelTokens = 9;

/** Reads how long the administration lasts, as a message says. What is not surely understood is never a number. */
export function findDurations(lines: readonly ClaimLine[]): DurationClaim {
  const found = lines.flatMap((line, index) => statementsOf(line, lines, index));
  // What is the same to a reader counts once.
  const distinct = [
    ...new Map(found.toReversed().map((one) => [one.days ?? one.words, one])).values(),
  ].toReversed();
  const [first] = distinct;
  if (first === undefined) return {};
  const days = distinct.flatMap((one) => one.days ?? []);
  if (days.length < distinct.length || distinct.length > maxStatements) {
    return {
      words: quoted(
        distinct
          .slice(0, maxStatements)
          .map(({ words }) => words)
          .join(betweenWords),
        maxDurationWords,
      ),
    };
  }
  const longest = Math.max(...days);
  const others = days.filter((one) => one !== longest);
  return {
    days: longest,
    ...(others.length > 0 && { otherDays: others.toSorted((one, other) => other - one) }),
  };
}

function statementsOf(line: ClaimLine, lines: readonly ClaimLine[], index: number): readonly Statement[] {
  const statements: Statement[] = [];
  const { tokens } = line;
  for (let at = 0; at < tokens.length; at += 1) {
    const statement = labelled(line, at, lines, index) ?? phrased(line, at);
    if (statement === undefined) continue;
    if (statement !== 'none') statements.push(statement);
    // One in a sentence.
    while (at < tokens.length && !/^[.;!?\t]$/.test(tokens[at]?.text ?? '')) at += 1;
  }
  return statements;
}

function labelled(
  { text, tokens }: ClaimLine,
  at: number,
  lines: readonly ClaimLine[],
  index: number,
): Statement | 'none' | undefined {
  const label = tokens[at];
  if (label?.kind !== 'word') return undefined;
  const isNoun = durationNouns.has(label.text) || compoundNoun.test(label.text);
  if (!isNoun && !weakDurationNouns.has(label.text)) return undefined;
  if (isAboutElse(tokens, at) || notTheAdministration.test(label.text)) return 'none';
  const head = labelEnd(tokens, at + 1);
  if (head === 'else') return 'none';
  const { next, unitDays, isClosed } = head;
  if (!isNoun && !isClosed) return undefined;
  const value = tokens.slice(next);
  if (value.length > 0) return isClosed || namesLength(value) ? statement(text, value, unitDays) : undefined;
  // The value may stand on the next line, of a label that has its own.
  if (!isClosed && at > 5) return undefined;
  return beneath(lines, index, unitDays);
}

/** The value on the line after a label; lines between them are empty. */
function beneath(
  lines: readonly ClaimLine[],
  index: number,
  unitDays: number | undefined,
): Statement | undefined {
  const below = lines.slice(index + 1, index + 6).find(({ text }) => text !== '');
  if (below === undefined || !namesLength(below.tokens) || below.text.length > 100) return undefined;
  return statement(below.text, below.tokens, unitDays);
}

/** Where the value after a label begins: behind its colon, or at once. */
function labelEnd(
  tokens: readonly Token[],
  start: number,
): { next: number; unitDays: number | undefined; isClosed: boolean } | 'else' {
  let unitDays: number | undefined;
  for (let at = start; at < Math.min(tokens.length, start + maxLabelTokens); at += 1) {
    const { kind, text } = tokens[at] ?? { kind: 'mark', text: '' };
    if (/^[:=\t：]$/.test(text)) {
      // `Duration:` in one cell, and the value in the next.
      const next = tokens[at + 1]?.text === '\t' ? at + 2 : at + 1;
      return { next, unitDays, isClosed: true };
    }
    if (kind === 'number') break;
    if (kind === 'word' && notTheAdministration.test(text)) return 'else';
    const unit = daysOfUnit.get(text);
    const isNamed = /^(?:in|en|em|\(|-)$/.test(tokens[at - 1]?.text ?? '');
    if (unit !== undefined && isNamed) unitDays = unit;
    if (/^[.;!?]$/.test(text)) break;
  }
  const bare = tokens.length === start;
  return { next: unitDays === undefined ? start : afterUnit(tokens, start), unitDays, isClosed: bare };
}

function afterUnit(tokens: readonly Token[], start: number): number {
  const at = tokens.findIndex((token, index) => index >= start && daysOfUnit.has(token.text));
  return tokens[at + 1]?.text === ')' ? at + 2 : at + 1;
}

function phrased({ text, tokens }: ClaimLine, at: number): Statement | 'none' | undefined {
  const phrase = durationPhrases.find((words) =>
    words.every((word, index) => tokens[at + index]?.text === word),
  );
  if (phrase === undefined) return undefined;
  if (tokens.slice(0, at).some(({ text: word }) => notTheAdministration.test(word))) return 'none';
  const dated = /^(?:from|until|jusqu|du|bis|vom|hasta|fino|tot|ate|on|le|am)$/.test(phrase.at(-1) ?? '');
  const value = tokens.slice(dated ? at + phrase.length - 1 : at + phrase.length);
  return namesLength(value) ? statement(text, value, undefined) : undefined;
}

/** Whether what stands before a label, in its clause, says that it is of something else. */
function isAboutElse(tokens: readonly Token[], label: number): boolean {
  for (let at = label - 1; at >= Math.max(0, label - 4); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && !/^[-–/'’]$/.test(token.text)) return false;
    if (token?.kind === 'word' && notTheAdministration.test(token.text)) return true;
  }
  return false;
}

/** Whether a text soon names a number or a unit of time. */
function namesLength(tokens: readonly Token[]): boolean {
  return tokens
    .slice(0, 8)
    .some(({ kind, text }) => kind === 'number' || daysOfUnit.has(text) || (numberOfWord.get(text) ?? 0) > 1);
}

function statement(
  text: string,
  value: readonly Token[],
  unitDays: number | undefined,
): Statement | undefined {
  const from = value.find(({ kind, text: word }) => kind !== 'mark' && !fillers.has(word)) ?? value[0];
  if (from === undefined) return undefined;
  const said = text.slice(value[0]?.start ?? 0);
  const days = readLength(said, tokensOf(said), unitDays);
  const end = /[.;!?](?:\s|$)|\t/.exec(text.slice(from.start))?.index;
  const behind = end === undefined ? [] : tokensOf(text.slice(from.start + end + 1));
  // `1 day. After that it goes on for 2 years.`
  if (days !== undefined && namesLonger(behind, days)) {
    return { days: undefined, words: quoted(text.slice(from.start)) };
  }
  const words = quoted(text.slice(from.start, end === undefined ? undefined : from.start + end));
  return { days: days !== undefined && days >= 1 && days <= maxDays ? days : undefined, words };
}

/** Whether sentences behind a duration name a longer one, and do not say that it is of something else. */
function namesLonger(tokens: readonly Token[], days: number): boolean {
  if (tokens.some(({ text }) => notTheAdministration.test(text))) return false;
  return tokens.some(({ kind, text }, at) => {
    const count = kind === 'number' ? Number(text) : numberOfWord.get(text);
    const unit = daysOfUnit.get(tokens[at + 1]?.text ?? '');
    return count !== undefined && unit !== undefined && count * unit > days;
  });
}
