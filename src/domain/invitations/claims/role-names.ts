import { tokensOf, type Token } from './claim-lines.ts';

/** Names of roles, by what identifies each whatever the order of its words; and their ids, each by itself. */
export type RoleNames = ReadonlyMap<string, string>;

/** A role that is named, and the first token after its name. */
export interface NamedRole {
  readonly id: string;
  readonly next: number;
}

/** The longest name, in tokens. */
const maxNameTokens = 14;

const administrators = new Set(
  'admin adm administrateur administratrice administrador administradora administradore administradora administratoren administratorin amministratore amministratrice amministratori beheerder beheerderin'.split(
    ' ',
  ),
);
const globals = new Set(
  'globaler globale globalen globaal globali globai general generale generaux generaal globaux'.split(' '),
);
const spelled: ReadonlyMap<string, string> = new Map([
  ['licence', 'license'],
  ['license', 'license'],
  ['organisational', 'organizational'],
]);

/** Words that a name may have or lack. */
const articles = new Set(
  'a an the of for l d la le les los las el il lo i gli de del dell della delle degli dei di da do dos das des du der den die das fur voor van von het para per pour com con'.split(
    ' ',
  ),
);

/** Words before the name of a role that are no part of it. */
const prefixes = new Set(
  'microsoft ms entra id azure ad aad office o m 365 built in builtin role rolle rol ruolo funcao'.split(' '),
);

/** @param names each with the template id of its role */
export function roleNamesFrom(names: Iterable<readonly [name: string, id: string]>): RoleNames {
  return new Map(
    Array.from(names).flatMap(([name, id]) => [[keyOf(tokensOf(name)), id] as const, [id, id] as const]),
  );
}

/** The role whose name begins at a token, Microsoft's own prefixes left out; the longest such name. */
export function roleAt(tokens: readonly Token[], start: number, names: RoleNames): NamedRole | undefined {
  for (let at = start; at < tokens.length && at < start + 6; at += 1) {
    const named = nameAt(tokens, at, names);
    if (named !== undefined) return named;
    const token = tokens[at];
    if (token === undefined) return undefined;
    const isActiveDirectory = token.text === 'active' && tokens[at + 1]?.text === 'directory';
    if (isActiveDirectory) at += 1;
    else if (!prefixes.has(token.text) && !articles.has(token.text) && token.text !== '-') return undefined;
  }
  return undefined;
}

function nameAt(tokens: readonly Token[], start: number, names: RoleNames): NamedRole | undefined {
  const first = tokens[start];
  if (first === undefined || first.kind === 'mark' || articles.has(first.text)) return undefined;
  let found: NamedRole | undefined;
  const words: string[] = [];
  for (let at = start; at < tokens.length && at < start + maxNameTokens; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    // The hyphen and the apostrophe of a compound.
    if (token.kind === 'mark' && !/^[-‐‑'’´`]$/.test(token.text)) break;
    if (token.kind === 'mark' || articles.has(token.text)) continue;
    words.push(canonical(token.text));
    const id = names.get(words.toSorted().join(' '));
    if (id !== undefined) found = { id, next: at + 1 };
  }
  return found;
}

function keyOf(tokens: readonly Token[]): string {
  return tokens
    .filter(({ kind, text }) => kind !== 'mark' && !articles.has(text))
    .map(({ text }) => canonical(text))
    .toSorted()
    .join(' ');
}

/** One form of a word, whatever its language, number and spelling. */
function canonical(word: string): string {
  const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
  if (administrators.has(singular)) return 'administrator';
  if (globals.has(singular)) return 'global';
  return spelled.get(singular) ?? singular;
}
