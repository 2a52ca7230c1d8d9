import { domainToUnicode } from 'node:url';
import { foldText } from '../../fold-text.ts';
import type { InvitationPortal } from './invitation-link.ts';

/** The hosts whose invitation links are documented or were observed in use; exact matches only. */
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

/** Homoglyphs by Latin letter: letters of other alphabets that `foldText` keeps, and digits. */
const homoglyphs: Readonly<Record<string, string>> = {
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
const latinByHomoglyph: ReadonlyMap<string, string> = new Map(
  Object.entries(homoglyphs).flatMap(([latin, others]) =>
    Array.from(others, (other) => [other, latin] as const),
  ),
);

/** The skeleton of a host (cf. Unicode UTS #39): letters only, with homoglyphs unified. */
function skeletonOf(host: string): string {
  const letters = Array.from(foldText(host), (letter) => latinByHomoglyph.get(letter) ?? letter).join('');
  return letters
    .replace(/[.\-_]/g, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}

const trustedSkeletons = [
  'admin.microsoft',
  'admin.cloud.microsoft',
  'businessstore.microsoft',
  'portal.office.com',
].map(skeletonOf);

/** How `host`, which is not trusted, imitates a trusted one: with homoglyphs, by containing its name, or not at all. */
export function imitation(host: string): 'lookAlikeLetters' | 'lookAlikeHost' | undefined {
  const unicode = domainToUnicode(host) || host;
  if (unicode === host && ownedByMicrosoft.test(host)) return undefined;
  const skeleton = skeletonOf(unicode);
  if (!trustedSkeletons.some((trusted) => skeleton.includes(trusted))) return undefined;
  return unicode === host ? 'lookAlikeHost' : 'lookAlikeLetters';
}
