import { opens, type LinkReader, type RewrittenLink, type Target } from './rewriter.ts';

/**
 * Reads links whose target is the value of a query parameter. Browsers carry a fragment over to where a site redirects
 * them, unless it sends one of its own.
 * @param own the service's other parameters: where a target was not escaped, they end it
 */
export function inParameter(name: string, own: readonly string[] = []): LinkReader {
  return (link) => {
    const value = valueOf(name, link.url);
    if (value === undefined || value === '') return 'hidden';
    const unescaped = unescapedIn(name, own, link);
    // One that was not escaped brings parameters of its own, of the same name if the service wrapped it before.
    const isNested = unescaped?.toLowerCase().startsWith(`https://${link.url.hostname}/`) === true;
    if (value === 'several' && !isNested) return 'unclear';
    if (unescaped !== undefined) return opens(unescaped);
    return opens(value.includes('#') ? value : `${value}${link.url.hash}`);
  };
}

/** The same in base64. */
export function inEncodedParameter(name: string): LinkReader {
  return ({ url }): Target => {
    const value = valueOf(name, url);
    if (value === undefined || value === '') return 'hidden';
    if (value === 'several') return 'unclear';
    // `+` is a space to whoever parses a query.
    return opens(Buffer.from(value.replaceAll(' ', '+'), 'base64').toString('utf8'));
  };
}

/** The value of a parameter, whatever the case of its name; `several` if they contradict each other. */
function valueOf(name: string, { searchParams }: URL): string | undefined {
  const values = new Set(
    [...searchParams].filter(([written]) => written.toLowerCase() === name).map(([, value]) => value),
  );
  const [value, ...others] = values;
  return others.length > 0 ? 'several' : value;
}

function unescapedIn(
  name: string,
  own: readonly string[],
  { url, written }: RewrittenLink,
): string | undefined {
  const found = new RegExp(`[?&]${name}=`, 'i').exec(written);
  if (found === null) return undefined;
  const rest = written.slice(found.index + found[0].length);
  if (!/^https?:[\\/]/i.test(rest)) return undefined;
  const isNested = rest.toLowerCase().startsWith(`https://${url.hostname}/`);
  const end = own.length === 0 || isNested ? -1 : rest.search(new RegExp(`&(?:${own.join('|')})=`, 'i'));
  return end < 0 ? rest : rest.slice(0, end);
}
