import { inParameter } from './in-parameter.ts';
import { opens, type Rewriter, type RewrittenLink, type Target } from './rewriter.ts';

const version1Path = /^\/v1\/(?:r\d+\/)?url\/?$/i;
const version1 = inParameter('o', ['g', 'h', 'p']);

/**
 * Check Point Harmony Email, formerly Avanan, also sold by SonicWall. Source: Check Point’s blog, “Click-Time Protection:
 * Replaced URL Domain Change”: `https://protect.checkpoint.com/v2/___<original url>___.<blob>`, with a region such as `r01/`
 * before the address; before that `https://checkpoint.url-protection.com/v1/url?o=…`.
 */
export const checkPoint: readonly Rewriter[] = [
  {
    name: 'Check Point',
    hosts: ['protect.checkpoint.com', 'url.avanan.click'],
    path: /^\/v2\//i,
    reads: version2,
  },
  {
    name: 'Check Point',
    hosts: ['checkpoint.url-protection.com', 'avanan.url-protection.com'],
    path: version1Path,
    reads: version1,
  },
  { name: 'SonicWall', hosts: ['sonicwall.url-protection.com'], path: version1Path, reads: version1 },
];

const version2Link = /\/v2\/(?:[a-z]+\d+\/)?___(.+?)___(?:\.|$)/is;
/** The same where what was rewritten had been rewritten so before. */
const nestedVersion2Link = /\/v2\/(?:[a-z]+\d+\/)?___(.+)___(?:\.|$)/is;
const version2Begins = /\/v2\/(?:[a-z]+\d+\/)?___/gi;

/** A `*` before two hexadecimal digits stands for a `%`, except in what Proofpoint wrote, where it has another meaning. */
function version2({ written }: RewrittenLink): Target {
  const isNested = (written.match(version2Begins)?.length ?? 0) > 1;
  const [, target] = (isNested ? nestedVersion2Link : version2Link).exec(written) ?? [];
  if (target === undefined) return 'unclear';
  return opens(target.includes('/v3/__') ? target : target.replace(/\*(?=[\da-f]{2})/gi, '%'));
}
