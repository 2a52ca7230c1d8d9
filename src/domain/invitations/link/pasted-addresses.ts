import { withoutMailEscapes, withoutQuotedPrintable } from './mail-escapes.ts';

/** An address in a text that a mail or chat client would make a link. */
export interface PastedAddress {
  readonly text: string;
  /** The text shown in its place, if that reads like an address too. */
  readonly label?: string;
}

interface FoundAddress {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Runs without spaces, quotes, tags or invisible characters, which addresses never contain. */
const words = /[^\s\p{Cc}\p{Cf}<>"`“”«»]+/gu;
const scheme = /[a-z][a-z\d+.-]{0,19}:[\\/]|https?:/i;
const aroundAddress = new Set(".,;:!?()[]{}'*_~|…");

/** Maximum distance between an address and its label; characters. Keeps the search linear. */
const maxGap = 500;
const insideAnchor = /href\s*=(?:3D)?\s*["']?$/i;
const toLabel = /^["']?[^<>]*>(?:[^<>]|<[^<>/][^<>]*>)*$/;

/** Markdown writes `[label](address)`, Outlook's plain text `label<address>`. */
const beforeTarget = new Set(['](', '<']);

/** All addresses in a link, a plain-text or HTML mail, or Markdown, in order; in linear time. */
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

/** The range of the address in a word: from its scheme, or the whole word if it reads like `host.example/page`. */
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
