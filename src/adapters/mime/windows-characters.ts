/** What windows-1252 has from 0x80 to 0x9f; itself where it has nothing (WHATWG Encoding, index windows-1252). */
const characters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text that was decoded as ISO-8859-1 although it is windows-1252, which is what mails mean by both: Node's `TextDecoder`
 * does so (nodejs/node#56542). No text holds the control characters that stand there instead.
 */
export function withWindowsCharacters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (found) => characters.charAt(found.charCodeAt(0) - 0x80));
}
