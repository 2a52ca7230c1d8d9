import { tokensOf, type Token } from './claim-lines.ts';
import { looksLikeRole } from './list-vocabulary.ts';
import { roleAt, type RoleNames } from './role-names.ts';

/** What a line, or a part of one, lists. */
export interface RoleItems {
  /** Template ids of the roles that it names outside brackets. */
  readonly ids: readonly string[];
  /** Parts that name no role, word for word. */
  readonly unknown: readonly string[];
  /** Whether one of them is known: any id may stand in a mail, such as that of a tenant. */
  readonly isKnown: boolean;
  /** Whether it begins with a role. */
  readonly beginsWithRole: boolean;
  /** Whether it lists roles and nothing else; remarks in brackets aside. */
  readonly isWhollyRoles: boolean;
}

const guidText = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;
const conjunction = /^(?:and|et|und|y|e|en|or|ou|oder|o|plus|sowie)$/;

interface Part {
  readonly tokens: readonly Token[];
  /** Whether a cell of its own, behind others. */
  readonly isCell: boolean;
}

/** Reads the roles of a text: one, or several that commas and the like separate; by name, or by template id. */
export function readRoleItems(text: string, names: RoleNames): RoleItems {
  const guids = Array.from(text.matchAll(guidText), ([found]) => found.toLowerCase());
  const unnumbered = guids.length === 0 ? text : text.replace(guidText, (found) => ' '.repeat(found.length));
  const parts = partsOf(tokensOf(unnumbered), names);
  const read = parts.map((part) => readPart(text, part, names));
  const ids = [...new Set([...read.flatMap((part) => part.ids), ...guids])];
  // A row names its role in one cell, and says more about it in others.
  const hasCells = parts.some(({ isCell }) => isCell);
  const isRow = ids.length > 0 && hasCells;
  const unknown = read.flatMap(({ unknown: words, isRemark }) => {
    if (words === undefined || (ids.length > 0 && isRemark)) return [];
    return isRow && (words.length > 60 || !looksLikeRole(words.toLowerCase())) ? [] : [words];
  });
  const beginsWithId = /^[^\p{L}\p{N}]*[\da-f]{8}(?:-[\da-f]{4}){3}-/iu.test(text);
  return {
    ids,
    unknown: hasCells && ids.length === 0 && unknown.length > 0 ? [text] : unknown,
    isKnown: ids.some((id) => names.has(id)),
    beginsWithRole: read[0]?.beginsWithRole === true || beginsWithId,
    isWhollyRoles: ids.length > 0 && read.every((part) => part.isWhole),
  };
}

/** Splits at separators outside brackets, and at conjunctions beside a role that are no part of its name. */
function partsOf(tokens: readonly Token[], names: RoleNames): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let depth = 0;
  let isCell = false;
  let named = roleAt(tokens, firstWord(tokens), names);
  const close = (end: number): void => {
    if (tokens.slice(from, end).some(({ kind }) => kind !== 'mark')) {
      parts.push({ tokens: tokens.slice(from, end), isCell });
    }
    from = end + 1;
    isCell = tokens[end]?.text === '\t';
    named = roleAt(tokens, firstWord(tokens, from), names);
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (/^[([]$/.test(text) && tokens.slice(at, at + 60).some((one) => /^[)\]]$/.test(one.text))) depth += 1;
    else if (/^[)\]]$/.test(text)) depth = Math.max(0, depth - 1);
    else if (text === '\t' || (depth === 0 && /^[,;/•·●▪|]$/.test(text))) close(at);
    else if (depth === 0 && conjunction.test(text) && at > from && at >= (named?.next ?? 0)) {
      if (named !== undefined || roleAt(tokens, at + 1, names) !== undefined) close(at);
    }
  }
  close(tokens.length);
  return parts;
}

function readPart(text: string, { tokens }: Part, names: RoleNames) {
  const ids: string[] = [];
  const start = firstWord(tokens);
  const first = roleAt(tokens, start, names);
  let depth = 0;
  let outside = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (/^[([]$/.test(token.text)) depth += 1;
    else if (/^[)\]]$/.test(token.text)) depth -= 1;
    if (depth > 0) continue;
    const named = token.kind === 'mark' ? undefined : roleAt(tokens, at, names);
    if (named === undefined) {
      if (token.kind !== 'mark') outside += 1;
      continue;
    }
    ids.push(named.id);
    at = named.next - 1;
  }
  const from = tokens[start]?.start ?? 0;
  const words = text.slice(from, tokens.at(-1)?.end ?? from);
  return {
    ids,
    beginsWithRole: first !== undefined,
    isWhole: first !== undefined && outside === 0,
    unknown: first === undefined && words !== '' ? words : undefined,
    isRemark: /^[a-z]/.test(words) && !looksLikeRole(words.toLowerCase()),
  };
}

/** The first token behind bullets, numbers, ticks and the like. */
function firstWord(tokens: readonly Token[], start = 0): number {
  let at = start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark') continue;
    const after = tokens[at + 1]?.text ?? '';
    const isNumbering = token.text.length <= 3 && /^[.)\]]$/.test(after) && tokens[at + 2] !== undefined;
    const isLetter = /^[ox]$/.test(token.text);
    if (!isNumbering && !isLetter && token.kind !== 'number') break;
  }
  return at;
}
