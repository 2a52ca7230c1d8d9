import { createHash } from 'node:crypto';

/** Leaves room for an extension and a temporary suffix on every file system (the shortest limit in use is 143). */
const longest = 120;

/** Windows keeps these names for devices, whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name for any string: the same for the same string, another for another, also where the file system does not
 * tell upper from lower case. Small letters, digits, `-` and `_` stand for themselves; any other UTF-16 code unit is
 * written `%xx` or `%uxxxx`. What would be too long becomes `=` and the string's SHA-256, so a name cannot always be
 * read back: whoever stores a file keeps the string inside it.
 */
export function encodeFileName(text: string): string {
  const plain = text.replace(/[^a-z0-9_-]/gu, escapeCharacter);
  const name = reserved.test(plain) ? escapeCharacter(plain.charAt(0)) + plain.slice(1) : plain;
  if (name.length > longest) return `=${createHash('sha256').update(text, 'utf16le').digest('hex')}`;
  return name === '' ? '%' : name;
}

/** Code units rather than UTF-8 bytes: a lone surrogate has no UTF-8 of its own, and two of them would share one name. */
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
