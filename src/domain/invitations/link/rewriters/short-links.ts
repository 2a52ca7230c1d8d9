import { keptByService, type Rewriter } from './rewriter.ts';

/** Services that give long addresses short names. Only they know what those open. */
const hosts = [
  'aka.ms',
  'bit.ly',
  'bitly.com',
  'bl.ink',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'urlz.fr',
  'v.gd',
] as const;

export const shortLinks: readonly Rewriter[] = hosts.map((host) => ({
  name: host,
  hosts: [host, `www.${host}`],
  path: /^\/[^/]/,
  reads: keptByService,
}));
