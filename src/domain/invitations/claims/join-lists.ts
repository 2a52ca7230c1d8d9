import { tokensOf, type ClaimLine } from './claim-lines.ts';
import { isBulleted, isClosing, isLink, isOtherLabel, roleLabelOf } from './list-vocabulary.ts';
import { readRoleItems } from './read-role-items.ts';
import type { RoleNames } from './role-names.ts';

/** How many lines are joined to one; and how long it gets, in characters. */
const maxJoined = 12;
const maxLength = 1000;

/**
 * Puts together what mail programs broke, at 76 characters or so: a list that stands in one line behind its label, and a
 * remark in brackets. Lines are joined only where that shows a role that they do not show apart, behind a comma, or in a bracket.
 */
export function joinLists(lines: readonly ClaimLine[], names: RoleNames): readonly ClaimLine[] {
  const joined: ClaimLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at];
    if (line === undefined) break;
    const last = at + maxJoined;
    for (let next = lines[at + 1]; next !== undefined && at < last; next = lines[at + 1]) {
      const longer: ClaimLine | undefined = goesOn(line, next) ? together(line, next) : undefined;
      if (longer === undefined || longer.text.length > maxLength) break;
      if (!closesBracket(line, next) && !showsMore(line, next, longer, names)) break;
      line = longer;
      at += 1;
    }
    joined.push(line);
  }
  return joined;
}

/** Whether a line may be the rest of the one above. */
function goesOn(line: ClaimLine, next: ClaimLine): boolean {
  if (line.text === '' || next.text === '' || /[.!?:]$/.test(line.text)) return false;
  if (isBulleted(next) || isLink(next) || isClosing(next) || next.text.includes('\t')) return false;
  return roleLabelOf(next) === undefined && !isOtherLabel(next);
}

function together(line: ClaimLine, next: ClaimLine): ClaimLine {
  const text = `${line.text} ${next.text}`;
  return { text, tokens: tokensOf(text) };
}

function closesBracket(line: ClaimLine, next: ClaimLine): boolean {
  const isOpen = line.text.lastIndexOf('(') > line.text.lastIndexOf(')');
  return isOpen && isBulleted(line) && /^[^(]*\)/.test(next.text);
}

function showsMore(line: ClaimLine, next: ClaimLine, longer: ClaimLine, names: RoleNames): boolean {
  const label = roleLabelOf(line);
  const from = label === undefined ? undefined : line.tokens[label.next]?.start;
  if (from === undefined || !/[,;]/.test(longer.text.slice(from))) return false;
  const idsOf = (text: string): readonly string[] => readRoleItems(text, names).ids;
  const apart = new Set([
    ...idsOf(line.text.slice(from)),
    ...(/[,;]$/.test(line.text) ? [] : idsOf(next.text)),
  ]);
  return idsOf(longer.text.slice(from)).some((id) => !apart.has(id));
}
