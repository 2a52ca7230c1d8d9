import { oneLine } from '../plain-text.ts';

/** What no reader sees, and what therefore must not hide a link; includes joiners, which some scripts need. */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/** Dots that browsers take for one (UTS #46), and dots in brackets. NFKC has already replaced full-width characters. */
const disguisedDot = /[\u3002\u06d4\u0701\u0702]|\s*[([{<]\s*(?:\.|dot|point)\s*[)\]}>]\s*/giu;
const disguisedAt = /[([{<]\s*(?:@|at|arobase)\s*[)\]}>]/giu;

/** Paths to another machine, and IP addresses, with which a link needs no domain. */
const elsewhere = /\/\/|\\\\|\[[\s:.]*\]|\[[\da-f]*:[\da-f:.]*\]/iu;
const ipAddress = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/u;

const schemes = /:\/\/|\b(?:h[tx]{2}ps?|ftps?|mailto|javascript)\s*:/iu;
const www = /(?<![\p{L}\p{N}])www\d{0,3}\s*\./iu;

/**
 * A domain with or without a path, as mail programs turn it into a link: a dot between letters. With a single letter
 * before the dot, as in initials, only a short ending counts: `t.co` is a link, `J.Smith` is a name.
 */
const domain =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}]\.\p{L}{2}|(?<![\p{L}\p{N}.])[\p{L}\p{N}]\.\p{L}{2,4}(?![\p{L}\p{N}])/u;

/** Whether a mail program would make a link or an address of some part of this text, or a reader would. */
export function holdsAddressOrLink(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(ignorable, '')
    .replace(disguisedDot, '.')
    .replace(disguisedAt, '@');
  const tests = [schemes, www, domain, ipAddress, elsewhere];
  return plain.includes('@') || tests.some((test) => test.test(plain));
}

/** A name that a channel shows, as one line; empty if it holds an address or a link. */
export function plainName(shown: string): string {
  const name = oneLine(shown);
  return holdsAddressOrLink(name) ? '' : name;
}
