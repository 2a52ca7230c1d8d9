import type { ClaimLine } from './claim-lines.ts';
import { joinLists } from './join-lists.ts';
import {
  isBulleted,
  isClosing,
  isCallToAct,
  isLink,
  isOtherLabel,
  isRoleColumn,
  isSentence,
  looksLikeRole,
  roleLabelOf,
  type RoleLabel,
} from './list-vocabulary.ts';
import { ListedRoles, type RoleClaim } from './listed-roles.ts';
import { readRoleItems, type RoleItems } from './read-role-items.ts';
import type { RoleNames } from './role-names.ts';

type Kind = 'blank' | 'roleLabel' | 'otherLabel' | 'link' | 'roles' | 'text';

interface Read {
  readonly line: ClaimLine;
  readonly kind: Kind;
  readonly label: RoleLabel | undefined;
  readonly items: RoleItems;
  readonly isBulleted: boolean;
  /** Whether a line of roles follows before a link or another label does. */
  readonly precedesRoles: boolean;
}

/** Reads the lists of roles of a message: every line of one is a role, or is kept as not recognised. */
export function findRoleLists(lines: readonly ClaimLine[], names: RoleNames): RoleClaim {
  const read = withLookahead(joinLists(lines, names).map((line) => readLine(line, names)));
  const lists = new ListedRoles();
  for (let at = 0; at < read.length;) {
    const one = read[at];
    if (one === undefined) break;
    if (one.kind === 'roleLabel') at = readLabelled(read, at, names, lists);
    else if (startsList(one)) at = readList(read, lineAbove(read, at, lists), lists);
    else at += 1;
  }
  return lists.claim();
}

const nothing: RoleItems = {
  ids: [],
  unknown: [],
  isKnown: false,
  beginsWithRole: false,
  isWhollyRoles: false,
};

function readLine(line: ClaimLine, names: RoleNames): Omit<Read, 'precedesRoles'> {
  const items = line.text === '' ? nothing : readRoleItems(line.text, names);
  const label =
    line.text === '' || items.isWhollyRoles ? undefined : (roleLabelOf(line) ?? otherLabelOf(line, names));
  return { line, items, label, kind: kindOf(line, items, label), isBulleted: isBulleted(line) };
}

/** Any label that nothing but roles follows. */
function otherLabelOf({ text, tokens }: ClaimLine, names: RoleNames): RoleLabel | undefined {
  const colon = tokens.slice(0, 12).findIndex((token) => /^[:=]$/.test(token.text));
  const next = colon + 1;
  const from = colon === -1 ? undefined : tokens[next]?.start;
  if (from === undefined) return undefined;
  const { ids, isKnown, isWhollyRoles } = readRoleItems(text.slice(from), names);
  return isKnown && (isWhollyRoles || ids.length > 1) ? { next, count: undefined } : undefined;
}

function kindOf(line: ClaimLine, items: RoleItems, label: RoleLabel | undefined): Kind {
  if (line.text === '') return 'blank';
  if (isLink(line)) return items.beginsWithRole ? 'roles' : 'link';
  if (label !== undefined && !items.beginsWithRole) return 'roleLabel';
  if (items.beginsWithRole) return 'roles';
  return isOtherLabel(line) ? 'otherLabel' : 'text';
}

function withLookahead(lines: readonly Omit<Read, 'precedesRoles'>[]): readonly Read[] {
  let precedesRoles = false;
  return lines
    .toReversed()
    .map((one) => {
      const here = { ...one, precedesRoles };
      if (one.kind === 'roles') precedesRoles = true;
      else if (one.kind === 'link' || (one.kind === 'otherLabel' && !one.isBulleted)) precedesRoles = false;
      return here;
    })
    .toReversed();
}

/** Without a label, a line of nothing but roles begins a list; a sentence that begins with one does not. */
function startsList({ kind, items, isBulleted: hasBullet, line }: Read): boolean {
  if (items.isWhollyRoles && (items.isKnown || hasBullet)) return true;
  return kind === 'roles' && hasBullet && !isSentence(line);
}

/** The first line of a list whose roles begin only further below. */
function lineAbove(read: readonly Read[], start: number, lists: ListedRoles): number {
  let first = start;
  for (let at = start - 1; at >= 0 && !lists.lines.has(at); at -= 1) {
    const one = read[at];
    const isItem = read[start]?.isBulleted === true && one?.isBulleted === true;
    if (one?.kind !== 'text' || isSentence(one.line)) break;
    if (!isItem && !(looksLikeRole(one.line.text.toLowerCase()) && one.line.text.length <= 60)) break;
    first = at;
  }
  return first;
}

function readLabelled(read: readonly Read[], at: number, names: RoleNames, lists: ListedRoles): number {
  const { line, label } = read[at] ?? { line: { text: '', tokens: [] }, label: undefined };
  if (label === undefined) return at + 1;
  lists.announce(label.count);
  const inline = line.text.slice(line.tokens[label.next]?.start ?? line.text.length);
  if (inline === '') return readList(read, at + 1, lists, at);
  const items = readRoleItems(inline, names);
  // Rows of a table have empty lines between them.
  const below = read.slice(at + 1, at + 4).find(({ kind }) => kind !== 'blank');
  // The first row of a table names its columns.
  const isHeader = items.ids.length === 0 && below?.kind === 'roles' && isRoleColumn(line);
  const isRow = items.ids.length === 0 && line.text.includes('\t') && !isRoleColumn(line);
  lists.add(at, isHeader ? nothing : isRow ? { ...items, unknown: [line.text] } : items);
  const isItem = read[at]?.isBulleted === true;
  const goesOn =
    items.ids.length === 0 ||
    /[,;]$/.test(line.text) ||
    (read[at + 1]?.isBulleted === true && !isItem) ||
    below?.kind === 'roles';
  return goesOn ? readList(read, at + 1, lists, at) : at + 1;
}

/** Reads a list to its end. @returns the line after it */
function readList(read: readonly Read[], start: number, lists: ListedRoles, label?: number): number {
  if (label !== undefined) lists.lines.add(label);
  let bulleted: boolean | undefined;
  let afterBlank = false;
  let hasGaps = false;
  let at = start;
  for (; at < read.length; at += 1) {
    const one = read[at];
    if (one === undefined || (one.kind === 'roleLabel' && at > start)) return at;
    if (one.kind === 'blank') {
      afterBlank = true;
      continue;
    }
    const isItem = bulleted === true && one.isBulleted && isItemOfList(one);
    if ((one.kind === 'link' || one.kind === 'otherLabel') && !isItem) return at;
    const isKnown = one.kind === 'roles' && (bulleted !== true || one.isBulleted || !isSentence(one.line));
    if (!isKnown && endsList(one, { bulleted, afterBlank, hasGaps })) return at;
    // Before the first item, or between two: the next may be one, too.
    hasGaps ||= afterBlank && isKnown;
    lists.add(
      at,
      isKnown || one.items.unknown.length > 0 ? one.items : { ...one.items, unknown: [one.line.text] },
    );
    bulleted ??= one.isBulleted;
    afterBlank = false;
  }
  return at;
}

/** Whether a line with a bullet that holds a link, or that begins like a label, is an item of the list all the same. */
function isItemOfList({ kind, line, items, precedesRoles }: Read): boolean {
  if (kind === 'otherLabel') return precedesRoles || looksLikeRole(line.text.toLowerCase());
  if (items.ids.length > 0) return !isSentence(line);
  const words = line.tokens.slice(
    0,
    line.tokens.findIndex(({ text }) => /^(?:https?|www)$/.test(text)),
  );
  return words.length > 2 && !isOtherLabel({ text: line.text, tokens: words });
}

/** Whether a line that is no role ends a list, rather than being one that is not recognised. */
function endsList(
  one: Read,
  {
    bulleted,
    afterBlank,
    hasGaps,
  }: { readonly bulleted: boolean | undefined; readonly afterBlank: boolean; readonly hasGaps: boolean },
): boolean {
  if (one.isBulleted && bulleted !== false) return false;
  if (bulleted === undefined) return isSentence(one.line) && !one.precedesRoles;
  const isRoleish = looksLikeRole(one.line.text.toLowerCase());
  if (isClosing(one.line) || (!bulleted && !isRoleish && isCallToAct(one.line))) return true;
  if (!afterBlank && !bulleted) return isSentence(one.line) && one.line.tokens.length > 12;
  if (isSentence(one.line)) return true;
  const isShort = one.line.text.length <= 80;
  if (!afterBlank || one.precedesRoles) return false;
  return !(isShort && ((hasGaps && !bulleted) || isRoleish));
}
