import { decodeHTMLStrict } from 'entities';
import { readAddress } from './address.ts';
import { withoutQuotedPrintable } from './mail-escapes.ts';
import { percentDecoded } from './rewriters/rewriter.ts';

const jsonEscape = /\\u00([\da-f]{2})/gi;
const backslashEscape = /\\(?=[^\w\s])/g;

/** Blanks and invisible characters, escaped for an address. */
const escapedBlanks = /%(?:20|09|0a|0d|c2%a0|c2%ad|e2%80%8[b-f]|e2%80%a[a-f]|e2%81%a[0-9]|ef%bb%bf)/gi;

/** Whether an address may begin what follows its host. */
const startsPath = /^[/?#]/;

/**
 * An address without the escapes that mail programs, chats and data formats left in it, read in one way after another: JSON,
 * Markdown, HTML, quoted-printable, percent-escapes. The host is never touched: each reading opens the same site.
 */
export function mendedAddresses(text: string): readonly string[] {
  const { scheme, authority } = readAddress(text);
  const from = text.toLowerCase().indexOf(authority.toLowerCase());
  if (authority === '' || from < 0) return [];
  const rest = text.slice(from + authority.length);
  const unescaped = decodedEntities(
    rest
      .replace(jsonEscape, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(backslashEscape, ''),
  );
  const unquoted = withoutQuotedPrintable(unescaped);
  const readings = [unescaped, unquoted, ...[unescaped, unquoted].flatMap(withoutPercentEscapes)];
  return [...new Set(readings)]
    .filter((reading) => reading !== rest && startsPath.test(reading))
    .map((reading) => `${scheme}://${authority}${reading}`);
}

function withoutPercentEscapes(text: string): readonly string[] {
  const tight = text.replace(escapedBlanks, '');
  const once = percentDecoded(tight);
  return [tight, once, percentDecoded(once)];
}

function decodedEntities(text: string): string {
  const decoded = decodeHTMLStrict(text);
  return decoded === text ? text : decodeHTMLStrict(decoded);
}
