/** Crockford's base 32: no I, L, O or U, so that letters are not confused and no words appear by chance. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes per reference: 40 bits, eight letters of five bits each. */
export const referenceBytes = 5;

/**
 * What people quote on the phone, such as `PD-7F3K-9Q2M`.
 * @param bytes `referenceBytes` of them, random
 */
export function referenceFrom(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.replace(/.{5}/g, (five) => alphabet.charAt(Number.parseInt(five, 2)));
  return `PD-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
