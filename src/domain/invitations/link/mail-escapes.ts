import { decodeHTMLStrict } from 'entities';

/**
 * A soft line break of quoted-printable (RFC 2045, section 6.7); without other signs of that encoding, only in long
 * lines.
 */
const softBreak = /=\r?\n/g;
const softBreakOfLongLine = /(?<=[^\n]{60}[^=\n])=\r?\n/g;
const signOfQuotedPrintable = /=3d/i;

/** Entities are escaped once more by each program that takes HTML for text. */
const maxEscapes = 4;

/** Decodes HTML entities, also in mails escaped several times, and joins soft line breaks. */
export function withoutMailEscapes(text: string): string {
  return withoutEntities(
    text.replace(signOfQuotedPrintable.test(text) ? softBreak : softBreakOfLongLine, ''),
  );
}

/**
 * The same for finding addresses: where nothing else shows that a mail is encoded, the `=` at the end of a line may be one of
 * an address.
 */
export function withoutEscapesAroundAddresses(text: string): string {
  return withoutEntities(signOfQuotedPrintable.test(text) ? text.replace(softBreak, '') : text);
}

function withoutEntities(text: string): string {
  let decoded = text;
  for (let times = 0; times < maxEscapes; times += 1) {
    const once = decodeHTMLStrict(decoded);
    if (once === decoded) break;
    decoded = once;
  }
  return decoded;
}

/**
 * Decodes quoted-printable in an address. That encoding leaves no `=` without two hexadecimal digits after it, whereas
 * an unencoded address always has one. Its digits are capitals (RFC 2045), but not in the mails of all programs.
 */
export function withoutQuotedPrintable(address: string): string {
  if (!signOfQuotedPrintable.test(address) || /=(?![\da-f]{2})/i.test(address)) return address;
  return address.replace(/=([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Decodes percent-escapes three times over: for searching words in an address, never for opening it. */
export function withoutPercentEscapes(address: string): string {
  return [1, 2, 3].reduce(
    (text) =>
      text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    address,
  );
}
