import { createHash } from 'node:crypto';

/** Leaves room for an extension and a temporary suffix on every file system (the lowest limit in use is 143). */
const maxLength = 120;

/** Names that Windows reserves for devices, whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A unique, deterministic file name for any string, also on case-insensitive file systems. Lowercase letters, digits,
 * `-` and `_` stay as they are; any other UTF-16 code unit becomes `%xx` or `%uxxxx`. A name that would be too long
 * becomes `=` and the string's SHA-256, so names cannot always be decoded: store the string inside the file too.
 */
export function encodeFileName(text: string): string {
  const plain = text.replace(/[^a-z0-9_-]/gu, escapeCharacter);
  const name = reserved.test(plain) ? escapeCharacter(plain.charAt(0)) + plain.slice(1) : plain;
  if (name.length > maxLength) return `=${createHash('sha256').update(text, 'utf16le').digest('hex')}`;
  return name === '' ? '%' : name;
}

/** Code units rather than UTF-8 bytes: lone surrogates have no UTF-8 encoding, so all of them would share one name. */
function escapeCharacter(character: string): string {
  return character
    .split('')
    .map((unit) => unit.charCodeAt(0))
    .map((code) => (code < 0x80 ? `%${hexadecimal(code, 2)}` : `%u${hexadecimal(code, 4)}`))
    .join('');
}

function hexadecimal(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
