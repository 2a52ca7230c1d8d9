import {
  authenticationMethods,
  authenticationVerdicts,
  type AuthenticationMethod,
  type AuthenticationVerdict,
  type MailOrigin,
} from '../../domain/invitations/message/mail-origin.ts';

/** From good to bad: of several signatures, the worst is told. */
const byWeight: readonly AuthenticationVerdict[] = [
  'pass',
  'neutral',
  'none',
  'policy',
  'temperror',
  'permerror',
  'softfail',
  'fail',
];

/**
 * Words of mail systems for results of RFC 8601. `bestguesspass` is Exchange Online's for a domain without a DMARC
 * record.
 */
const otherWords: ReadonlyMap<string, AuthenticationVerdict> = new Map([
  ['hardfail', 'fail'],
  ['error', 'temperror'],
  ['unknown', 'permerror'],
  ['bestguesspass', 'none'],
]);

const statement = /^\s*([a-z]+)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/;

/**
 * The results that an `Authentication-Results` header states (RFC 8601, section 2.2). Exchange Online leaves out the name
 * of the server that should come first.
 * @param value unfolded; time is linear in its length
 */
export function authenticationResults(value: string): MailOrigin['results'] {
  const results: Partial<Record<AuthenticationMethod, AuthenticationVerdict>> = {};
  for (const stated of statements(value)) {
    const [, name = '', word = ''] = statement.exec(stated) ?? [];
    const method = authenticationMethods.find((one) => one === name);
    const verdict = authenticationVerdicts.find((one) => one === word) ?? otherWords.get(word);
    if (method === undefined || verdict === undefined) continue;
    const before = results[method];
    if (before === undefined || byWeight.indexOf(verdict) > byWeight.indexOf(before))
      results[method] = verdict;
  }
  return results;
}

/** What stands between semicolons, in lower case, without comments and quoted values, which senders can fill. */
function statements(value: string): readonly string[] {
  const found: string[] = [];
  let current: string[] = [];
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && (isQuoted || depth > 0)) at += 1;
    else if (isQuoted) isQuoted = character !== '"';
    else if (character === '(') depth += 1;
    else if (depth > 0) depth -= character === ')' ? 1 : 0;
    else if (character === '"') isQuoted = true;
    else if (character === ';') {
      found.push(current.join(''));
      current = [];
    } else current.push(character.toLowerCase());
  }
  found.push(current.join(''));
  return found;
}
