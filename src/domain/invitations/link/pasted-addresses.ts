import { piecesBehind, schemeBefore, unfinishedBefore, type Piece } from './broken-lines.ts';
import { cutHostOf, withoutInvisible } from './invisible-characters.ts';
import { withoutEscapesAroundAddresses } from './mail-escapes.ts';
import { percentDecoded } from './rewriters/rewriter.ts';
import { trustedHosts } from './trusted-host.ts';

/** An address in a text that a mail or chat client would make a link. */
export interface PastedAddress {
  readonly text: string;
  /** With the punctuation at its end, which is a part of it if it goes on behind a line end. */
  readonly whole: string;
  /** The addresses that its own text shows in its place. */
  readonly shown: readonly string[];
  /** What follows it: it may have been broken there. */
  readonly behind: readonly Piece[];
  /** The unfinished address at the end of the line before, if this one names no scheme: it may go on there. */
  readonly before?: string;
  /** Its host up to an invisible character. */
  readonly cutHost?: string;
}

/** An address, and where it is in its text. */
interface FoundAddress extends PastedAddress {
  readonly start: number;
  readonly end: number;
}

/** Runs without spaces, quotation marks, tags or control characters, which addresses never contain. */
const words = /[^\s\p{Cc}<>"`“”«»]+/gu;
const schemeOfAddress = /[a-z][a-z\d+.-]{0,19}:[\\/]|https?:/i;
const escapedAddress = /^[^\w%]{0,4}(https?%(?:25){0,2}3a%(?:25){0,2}2f.*)$/is;
const aroundAddress = new Set(".,;:!?()[]{}'*_~|…‘’‚‹›„");

/** Punctuation of other scripts before an address. Ideographic full stops are dots of a host to browsers. */
const beforeAddress = /^.*[：（「『【《〈，、；！？]/s;

/** A space to patterns, though nobody sees it. */
const byteOrderMark = /\ufeff/g;
const lineEnds = /\r\n?|[\u2028\u2029\u0085\v\f]/g;

/** Where a long word may be broken, which is invisible. */
const breakOpportunities = /<\/?wbr\s?\/?>/gi;

/** A label longer than this is none; characters. */
const maxLabel = 500;

/** A pasted text as it is read: without what mail programs wrote into it. */
export function readableText(pasted: string): string {
  return withoutEscapesAroundAddresses(
    pasted.replace(lineEnds, '\n').replace(byteOrderMark, '\u200b'),
  ).replace(breakOpportunities, '');
}

/** All addresses in a link, a plain-text mail, or Markdown, in order; in linear time. @param text as it is read */
export function addressesIn(text: string): readonly FoundAddress[] {
  const addresses: FoundAddress[] = [];
  for (const found of findAddresses(text)) {
    const label = labelOf(text, found);
    // What is only shown in the place of another address is not opened.
    const last = addresses.at(-1);
    if (label !== undefined && last !== undefined && last.start >= label.from && last.end <= label.to)
      addresses.pop();
    addresses.push(
      label === undefined ? found : { ...found, shown: addressesShownIn(text.slice(label.from, label.to)) },
    );
  }
  return addresses.filter(({ start }, index) => !isLabelOf(text, addresses[index - 1], start));
}

/** The addresses that the text of a link shows, though it may be broken by spaces; hosts alone only if they are trusted. */
export function addressesShownIn(label: string): readonly string[] {
  const readable = withoutInvisible(readableText(label)).text;
  const tight = readable.replace(/\s+/g, '');
  const lower = tight.toLowerCase();
  const named = trustedHosts.filter((host) => lower.includes(host)).map((host) => `https://${host}/`);
  const whole = [...findAddresses(readable), ...(tight === readable ? [] : findAddresses(tight))];
  return [...new Set([...whole.map(({ text }) => text), ...(whole.length === 0 ? named : [])])];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Markdown writes `[label](address)`, wikis `[label|address]`, Outlook’s plain text `label<address>`, Slack `<address|label>`. */
function labelOf(text: string, { start, end }: FoundAddress): Range | undefined {
  if (text.endsWith('](', start) || text.endsWith('](<', start)) {
    const to = start - (text.charAt(start - 1) === '<' ? 3 : 2);
    const from = text.slice(Math.max(0, to - maxLabel), to).lastIndexOf('[');
    return from < 0 ? undefined : { from: Math.max(0, to - maxLabel) + from + 1, to };
  }
  if (text.charAt(start - 1) === '|') {
    const before = text.slice(Math.max(0, start - maxLabel), start - 1);
    const from = before.lastIndexOf('[');
    return from < 0 || before.includes(']', from)
      ? undefined
      : { from: start - before.length + from, to: start - 1 };
  }
  if (text.charAt(start - 1) !== '<') return undefined;
  const close = text.slice(end, end + maxLabel).indexOf('>');
  if (text.charAt(end) === '|' && close > 0) return { from: end + 1, to: end + close };
  const to = text.charAt(start - 2) === ' ' ? start - 2 : start - 1;
  let from = to;
  while (from > Math.max(0, to - maxLabel) && /[^\s<>]/.test(text.charAt(from - 1))) from -= 1;
  return from === to ? undefined : { from, to };
}

function isLabelOf(text: string, previous: FoundAddress | undefined, start: number): boolean {
  if (previous === undefined || start !== previous.end + 1) return false;
  return text.charAt(previous.end) === '|' && text.charAt(previous.start - 1) === '<';
}

function* findAddresses(text: string): Generator<FoundAddress> {
  for (const { 0: word, index } of text.matchAll(words)) {
    const joint = jointIn(text, word, index);
    let start = index;
    for (const part of joint === undefined ? [word] : word.split(joint)) {
      yield* addressAt(text, part, start);
      start += part.length + (joint?.length ?? 0);
    }
  }
}

/** What Markdown and chats join a label and its address with, where their brackets are open before it. */
function jointIn(text: string, word: string, index: number): string | undefined {
  const joint = ['](', '|'].find((one) => word.includes(one));
  if (joint === undefined) return undefined;
  const before = text.slice(Math.max(0, index - maxLabel), index + word.indexOf(joint));
  return before.includes('[') || text.charAt(index - 1) === '<' ? joint : undefined;
}

function* addressAt(text: string, written: string, index: number): Generator<FoundAddress> {
  const scheme = schemeBefore(text, index, written);
  const { text: word, cuts } = withoutInvisible(`${scheme}${written}`);
  const end = index + written.length;
  const escaped = escapedAddress.exec(word)?.[1];
  if (escaped !== undefined) {
    const address = percentDecoded(percentDecoded(percentDecoded(escaped)));
    yield { text: address, whole: address, shown: [], behind: piecesBehind(text, end), start: index, end };
    return;
  }
  const range = addressIn(word);
  if (range === undefined) return;
  const address = word.slice(range.from, range.to);
  const cutHost = cutHostOf(
    address,
    cuts.map((at) => at - range.from),
  );
  const before = schemeOfAddress.test(address) ? undefined : unfinishedBefore(text, index);
  yield {
    text: address,
    whole: word.slice(range.from),
    shown: [],
    behind: piecesBehind(text, end),
    ...(before !== undefined && { before }),
    ...(cutHost !== undefined && { cutHost }),
    start: index + range.from - scheme.length,
    end: cuts.length === 0 ? index - scheme.length + range.to : end,
  };
}

/** The range of the address in a word: from its scheme, or the whole word if it reads like `host.example/page`. */
function addressIn(word: string): Range | undefined {
  const to = lastIndexWithin(word) + 1;
  const withScheme = word.search(schemeOfAddress);
  if (withScheme >= 0 && !/[\\/?#@]/.test(word.slice(0, withScheme))) return { from: withScheme, to };
  const from = firstIndexWithin(word);
  const host = word.slice(from).split(/[\\/?#]/, 1)[0] ?? '';
  const isAddress = from + host.length < to || /^www\./i.test(host);
  return host.includes('.') && isAddress ? { from, to } : undefined;
}

function firstIndexWithin(word: string): number {
  let index = beforeAddress.exec(word.split(/[\\/?#]/, 1)[0] ?? '')?.[0].length ?? 0;
  while (aroundAddress.has(word.charAt(index)) || word.charAt(index) === '/') index += 1;
  return index;
}

function lastIndexWithin(word: string): number {
  let index = word.length - 1;
  while (aroundAddress.has(word.charAt(index))) index -= 1;
  return index;
}
