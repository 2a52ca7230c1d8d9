import { decodeHTMLStrict } from 'entities';

/** A line that quoted-printable broke (RFC 2045, section 6.7); without other signs of that encoding, only where it is long. */
const softBreak = /=\r?\n/g;
const softBreakOfLongLine = /(?<=[^\n]{60}[^=\n])=\r?\n/g;

/** `&amp;` and its like taken away, also where a mail was escaped twice, and broken lines joined. */
export function withoutMailEscapes(text: string): string {
  const joined = text.replace(text.includes('=3D') ? softBreak : softBreakOfLongLine, '');
  return decodeHTMLStrict(decodeHTMLStrict(joined));
}

/**
 * The address as it was before quoted-printable. That encoding leaves no `=` that is not followed by two hexadecimal digits;
 * an address of its own accord always has one.
 */
export function withoutQuotedPrintable(address: string): string {
  if (!address.includes('=3D') || /=(?![\dA-F]{2})/.test(address)) return address;
  return address.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Percent-escapes taken away three times over: to look for words in an address, never to open one. */
export function withoutPercentEscapes(address: string): string {
  return [1, 2, 3].reduce(
    (text) =>
      text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    address,
  );
}
