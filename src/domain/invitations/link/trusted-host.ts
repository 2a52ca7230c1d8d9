import { domainToUnicode } from 'node:url';
import { foldText } from '../../fold-text.ts';
import type { Cloud } from './cloud.ts';
import type { InvitationPortal } from './invitation-link.ts';
import { isMicrosofts } from './microsoft-hosts.ts';

interface TrustedHost {
  readonly portal: InvitationPortal;
  readonly cloud: Cloud;
}

/**
 * The hosts whose invitation links are documented or were observed in use, and the admin centers of the other clouds; exact
 * matches only. Sources: Microsoft Learn, “US Government endpoints for Microsoft Intune” (portal.office365.us, portal.apps.mil);
 * Microsoft 365 documentation “operated by 21Vianet” (portal.partner.microsoftonline.cn/adminportal).
 */
const hosts: ReadonlyMap<string, TrustedHost> = new Map([
  ['admin.microsoft.com', { portal: 'adminCenter', cloud: 'worldwide' }],
  ['admin.cloud.microsoft', { portal: 'adminCenter', cloud: 'worldwide' }],
  ['portal.office365.us', { portal: 'adminCenter', cloud: 'gccHigh' }],
  ['portal.apps.mil', { portal: 'adminCenter', cloud: 'dod' }],
  ['portal.partner.microsoftonline.cn', { portal: 'adminCenter', cloud: 'china' }],
  ['businessstore.microsoft.com', { portal: 'storeForBusiness', cloud: 'worldwide' }],
  ['portal.office.com', { portal: 'officePortal', cloud: 'worldwide' }],
]);

export const trustedHosts: readonly string[] = [...hosts.keys()];

export function portalOf(host: string): InvitationPortal | undefined {
  return hosts.get(host)?.portal;
}

/** The cloud whose site a host is; undefined if it is none of those whose invitations are read. */
export function cloudOf(host: string): Cloud | undefined {
  return hosts.get(host)?.cloud;
}

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
export function skeletonOf(host: string): string {
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
  'portal.office365',
  'portal.apps.mil',
  'partner.microsoftonline',
].map(skeletonOf);

/** How `host`, which is not trusted, imitates a trusted one: with homoglyphs, by containing its name, or not at all. */
export function imitation(host: string): 'lookAlikeLetters' | 'lookAlikeHost' | undefined {
  const unicode = domainToUnicode(host) || host;
  if (unicode === host && isMicrosofts(host)) return undefined;
  const skeleton = skeletonOf(unicode);
  if (!trustedSkeletons.some((trusted) => skeleton.includes(trusted))) return undefined;
  return unicode === host ? 'lookAlikeHost' : 'lookAlikeLetters';
}
