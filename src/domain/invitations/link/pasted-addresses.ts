import { withoutMailEscapes, withoutQuotedPrintable } from './mail-escapes.ts';

/** Something in a text that a mail or chat program would open when pressed. */
export interface PastedAddress {
  readonly text: string;
  /** What is shown in its place, where that reads as an address itself. */
  readonly label?: string;
}

interface FoundAddress {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What never stands inside an address: spaces, quotes, tags, and characters that show nothing. */
const words = /[^\s\p{Cc}\p{Cf}<>"`“”«»]+/gu;
const scheme = /[a-z][a-z\d+.-]{0,19}:[\\/]|https?:/i;
const aroundAddress = new Set(".,;:!?()[]{}'*_~|…");

/** A longer stretch between an address and the next one is no label. Characters; it keeps the search linear. */
const maxGap = 500;
const insideAnchor = /href\s*=(?:3D)?\s*["']?$/i;
const toLabel = /^["']?[^<>]*>(?:[^<>]|<[^<>/][^<>]*>)*$/;

/** Markdown writes `[label](address)`, Outlook's plain text `label<address>`. */
const beforeTarget = new Set(['](', '<']);

/** Every address in a link, a plain mail, an HTML mail or Markdown, in order; in time that grows with the length of the text. */
export function addressesIn(pasted: string): readonly PastedAddress[] {
  const text = withoutMailEscapes(pasted);
  const addresses: PastedAddress[] = [];
  let previous: FoundAddress | undefined;
  for (const found of findAddresses(text)) {
    const last = addresses.at(-1);
    const gap = previous && text.slice(previous.end, Math.min(found.start, previous.end + maxGap + 1));
    if (previous && last && gap !== undefined && isLabelOf(text, previous, gap)) {
      addresses.splice(-1, 1, { ...last, label: found.text });
    } else if (last && gap !== undefined && beforeTarget.has(gap)) {
      addresses.splice(-1, 1, { text: found.text, label: last.text });
    } else {
      addresses.push({ text: found.text });
    }
    previous = found;
  }
  return addresses;
}

function isLabelOf(text: string, target: FoundAddress, gap: string): boolean {
  const before = text.slice(Math.max(0, target.start - 12), target.start);
  return gap.length <= maxGap && insideAnchor.test(before) && toLabel.test(gap);
}

function* findAddresses(text: string): Generator<FoundAddress> {
  for (const { 0: word, index } of text.matchAll(words)) {
    let start = index;
    for (const part of word.split('](')) {
      const address = addressIn(part);
      if (address !== undefined) {
        const from = start + address.from;
        const to = start + address.to;
        yield {
          text: withoutQuotedPrintable(text.slice(from, to).replaceAll('\\&', '&')),
          start: from,
          end: to,
        };
      }
      start += part.length + 2;
    }
  }
}

/** Where in a word without spaces an address lies: from its scheme, or the whole word where it reads like `host.example/page`. */
function addressIn(word: string): { readonly from: number; readonly to: number } | undefined {
  const to = lastIndexWithin(word) + 1;
  const withScheme = word.search(scheme);
  if (withScheme >= 0 && !/[\\/?#@]/.test(word.slice(0, withScheme))) return { from: withScheme, to };
  const from = firstIndexWithin(word);
  const host = word.slice(from).split(/[\\/?#]/, 1)[0] ?? '';
  return host.includes('.') && from + host.length < to ? { from, to } : undefined;
}

function firstIndexWithin(word: string): number {
  let index = 0;
  while (aroundAddress.has(word.charAt(index)) || word.charAt(index) === '/') index += 1;
  return index;
}

function lastIndexWithin(word: string): number {
  let index = word.length - 1;
  while (aroundAddress.has(word.charAt(index))) index -= 1;
  return index;
}
