import { domainToUnicode } from 'node:url';
import { foldText } from '../../fold-text.ts';
import type { InvitationPortal } from './invitation-link.ts';

/** The hosts whose invitation links are documented or were seen in use, exactly. */
const portals: ReadonlyMap<string, InvitationPortal> = new Map([
  ['admin.microsoft.com', 'adminCenter'],
  ['admin.cloud.microsoft', 'adminCenter'],
  ['businessstore.microsoft.com', 'storeForBusiness'],
  ['portal.office.com', 'officePortal'],
]);

export const trustedHosts: readonly string[] = [...portals.keys()];

export function portalOf(host: string): InvitationPortal | undefined {
  return portals.get(host);
}

const ownedByMicrosoft = /(?:^|\.)(?:microsoft\.com|office\.com|cloud\.microsoft)$/;

/** For each Latin letter the letters of other alphabets that foldText keeps, and the digits, that are taken for it. */
const takenFor: Readonly<Record<string, string>> = {
  a: 'аαɑ4',
  b: 'вьɓ',
  c: 'сϲᴄ',
  d: 'ԁɗ',
  e: 'еεє3',
  f: 'ғƒ',
  h: 'һ',
  i: 'іιıɩɪӏlɫ1',
  j: 'ј',
  k: 'кκ',
  m: 'мɱ',
  n: 'пոɴ',
  o: 'оοσօᴏ0',
  p: 'рρ',
  s: 'ѕꜱſ5',
  t: 'тτ',
  u: 'υսᴜ',
  v: 'ѵν',
  w: 'ԝ',
  x: 'х',
  y: 'у',
};
const readsAs: ReadonlyMap<string, string> = new Map(
  Object.entries(takenFor).flatMap(([latin, others]) =>
    Array.from(others, (other) => [other, latin] as const),
  ),
);

/** What is left of a host for a hasty reader: letters only, alike ones made one. */
function hastily(host: string): string {
  const letters = Array.from(foldText(host), (letter) => readsAs.get(letter) ?? letter).join('');
  return letters
    .replace(/[.\-_]/g, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const readForTrusted = [
  'admin.microsoft',
  'admin.cloud.microsoft',
  'businessstore.microsoft',
  'portal.office.com',
].map(hastily);

/** How `host`, which is none of the list, imitates one of those: with other letters, with the same ones elsewhere, or not at all. */
export function imitation(host: string): 'lookAlikeLetters' | 'lookAlikeHost' | undefined {
  const unicode = domainToUnicode(host) || host;
  if (unicode === host && ownedByMicrosoft.test(host)) return undefined;
  const read = hastily(unicode);
  if (!readForTrusted.some((trusted) => read.includes(trusted))) return undefined;
  return unicode === host ? 'lookAlikeHost' : 'lookAlikeLetters';
}
