import { decodeHTMLStrict } from 'entities';

/**
 * A soft line break of quoted-printable (RFC 2045, section 6.7); without other signs of that encoding, only in long
 * lines.
 */
const softBreak = /=\r?\n/g;
const softBreakOfLongLine = /(?<=[^\n]{60}[^=\n])=\r?\n/g;

/** Decodes HTML entities, also in mails escaped twice, and joins soft line breaks. */
export function withoutMailEscapes(text: string): string {
  const joined = text.replace(text.includes('=3D') ? softBreak : softBreakOfLongLine, '');
  return decodeHTMLStrict(decodeHTMLStrict(joined));
}

/**
 * Decodes quoted-printable in an address. That encoding leaves no `=` without two hexadecimal digits after it, whereas
 * an unencoded address always has one.
 */
export function withoutQuotedPrintable(address: string): string {
  if (!address.includes('=3D') || /=(?![\dA-F]{2})/.test(address)) return address;
  return address.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Decodes percent-escapes three times over: for searching words in an address, never for opening it. */
export function withoutPercentEscapes(address: string): string {
  return [1, 2, 3].reduce(
    (text) =>
      text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    address,
  );
}
