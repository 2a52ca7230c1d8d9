import { decodeHTMLStrict } from 'entities';
import { inParameter } from './in-parameter.ts';
import {
  keptByService,
  opens,
  percentDecoded,
  type LinkReader,
  type Rewriter,
  type RewrittenLink,
  type Target,
} from './rewriter.ts';

const name = 'Proofpoint';
const hosts = ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'];

/**
 * Proofpoint URL Defense, in its three formats. Source: Proofpoint’s help, “How do I decode a rewritten URL?”, with its
 * decoder; `urldefense.us` is the same for the US government. URL Isolation is `urlisolation.com/browser?url=…`.
 */
export const proofpoint: readonly Rewriter[] = [
  { name, hosts, path: /^\/v1\/url\/?$/i, reads: inParameter('u', ['k', 'r', 'm', 's']) },
  { name, hosts, path: /^\/v2\/url\/?$/i, reads: version2 },
  { name, hosts, path: /^\/v3\//i, reads: version3 },
  {
    name,
    hosts: ['urlisolation.com'],
    path: /^\/browser\/?$/i,
    reads: inParameter('url', ['clickid', 'tracetoken']),
  },
  // Essentials keeps the addresses to itself.
  { name, hosts: ['url.emailprotection.link'], path: /^\//, reads: keptByService },
];

/** `u=https-3A__host_page-3Fa-3Db`: `-` stands for `%`, and `_` for `/`. */
function version2(link: RewrittenLink): Target {
  const read: LinkReader = inParameter('u');
  const { url } = link;
  const encoded = url.searchParams.get('u') ?? undefined;
  if (encoded === undefined || url.searchParams.getAll('u').some((one) => one !== encoded)) return read(link);
  const target = percentDecoded(encoded.replaceAll('-', '%').replaceAll('_', '/'));
  return opens(decodeHTMLStrict(target));
}

const version3Link = /\/v3\/__(.+?)__;([\w-]*={0,2})!/is;
/** The same where what was rewritten had been rewritten so before. */
const nestedVersion3Link = /\/v3\/__(.+)__;([\w-]*={0,2})!/is;
const version3Begins = /\/v3\/__/gi;

/**
 * `/v3/__https://host/a*b__;Iw!!…$`: each `*` stands for the next of the characters that follow in base64, and `**X` for as
 * many of them as `X` counts.
 */
function version3({ written }: RewrittenLink): Target {
  const isNested = (written.match(version3Begins)?.length ?? 0) > 1;
  const found = (isNested ? nestedVersion3Link : version3Link).exec(written);
  if (found === null) return 'unclear';
  const [, text = '', encoded = ''] = found;
  const target = withReplacements(
    withoutClientEscapes(text),
    Buffer.from(encoded, 'base64url').toString('utf8'),
  );
  return target === undefined ? 'unclear' : opens(target);
}

/** Proofpoint replaces `%` too: what is escaped, a client escaped afterwards, or what was wrapped had it so. */
function withoutClientEscapes(text: string): string {
  return /^https?:\/{1,2}[^/%]+/i.test(text) ? text.replace(/%2a/gi, '*') : percentDecoded(text);
}

/** The digits of base64url; as a count, the first of them is 2. */
const counts = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function withReplacements(text: string, replacements: string): string | undefined {
  const characters = Array.from(replacements);
  let next = 0;
  const target = text.replace(/\*(?:\*([\w-]))?/g, (_, count: string | undefined) => {
    const from = next;
    next += count === undefined ? 1 : counts.indexOf(count) + 2;
    return characters.slice(from, next).join('');
  });
  return next > characters.length ? undefined : target;
}
