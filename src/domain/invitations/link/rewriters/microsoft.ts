import { inParameter } from './in-parameter.ts';
import type { Rewriter } from './rewriter.ts';

const name = 'Microsoft Safe Links';
const label = '[a-z\\d-]+';

/**
 * Microsoft Defender’s Safe Links: in mails `https://eur01.safelinks.protection.outlook.com/?url=…&data=…&sdata=…&reserved=0`
 * (Microsoft Learn, “Safe Links in Microsoft Defender for Office 365”), in GCC High `*.safelinks.protection.office365.us`;
 * in Teams the page `statics.teams.cdn.office.net/evergreen-assets/safelinks/<version>/atp-safelinks.html?url=…`, and in
 * Outlook on the web `…/mail/safelink.html?url=…`, both as seen in copied links. Microsoft’s own mails about Azure go through
 * `*.safelink.emails.azure.net/redirect/?destination=…`.
 */
export const microsoft: readonly Rewriter[] = [
  {
    name,
    hosts: new RegExp(
      `^(?:${label}\\.)?safelinks\\.protection\\.(?:outlook\\.com|office365\\.us|apps\\.mil|(?:partner\\.)?outlook\\.cn)$`,
    ),
    path: /^\//,
    reads: inParameter('url', ['data', 'sdata', 'reserved']),
  },
  {
    name,
    hosts: /^statics(?:int)?\.teams\.(?:cdn\.office\.net|cdn\.live\.net|microsoft\.com)$/,
    path: /^\/evergreen-assets\/safelinks\/(?:\d+\/)?(?:atp-safelinks\.html)?$/i,
    reads: inParameter('url', [
      'locale',
      'dest',
      'pc',
      'wau',
      'si',
      'sd',
      'ce',
      'cv',
      'ssid',
      'ring',
      'clickparams',
      'bg',
      'fg',
      'fg2',
    ]),
  },
  {
    name,
    hosts: [
      'outlook.office.com',
      'outlook.office365.com',
      'outlook.cloud.microsoft',
      'outlook.live.com',
      'outlook.office365.us',
      'outlook-dod.office365.us',
      'partner.outlook.cn',
    ],
    path: /^\/(?:(?:mail|calendar|owa)\/)?(?:\d+\/)?safelink\.html$/i,
    reads: inParameter('url', ['corid', 'data', 'sdata', 'reserved']),
  },
  {
    name: 'Microsoft Azure',
    hosts: new RegExp(`^${label}\\.safelink\\.emails\\.azure\\.net$`),
    path: /^\/redirect\/?$/i,
    reads: inParameter('destination', ['p']),
  },
];
