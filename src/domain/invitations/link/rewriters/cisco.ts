import { opens, percentDecoded, type Rewriter, type RewrittenLink, type Target } from './rewriter.ts';

/**
 * Cisco Secure Email: `https://secure-web.cisco.com/<token>/https%3A%2F%2F…`. Source: its setting `proxy_template`
 * (`secure-web.cisco.com/%(auth)s/%(url)s`), and links in public mailing lists.
 */
export const cisco: readonly Rewriter[] = [
  { name: 'Cisco', hosts: ['secure-web.cisco.com'], path: /^\/[\w-]+/, reads: behindToken },
];

function behindToken({ written }: RewrittenLink): Target {
  const [, target] = /^[^:]+:\/\/[^/]+\/[\w-]+\/(https?(?::|%3a).+)$/is.exec(written) ?? [];
  if (target === undefined) return 'hidden';
  return opens(/^https?%3a/i.test(target) ? percentDecoded(target) : target);
}
