import type { MessagePart } from '../../../domain/invitations/message/shown-message.ts';
import { hyperlink } from './hyperlink.ts';

/** Bounds on a card; Teams takes cards of 28 kB. */
const maxDepth = 64;
const maxNodes = 20_000;

/** What people read, in Adaptive, hero, thumbnail, list and Microsoft 365 connector cards. */
const textKeys = new Set(
  'text title subtitle value label name summary fallbackText activityTitle activitySubtitle activityText'.split(
    ' ',
  ),
);
const addressKeys = new Set(['url', 'uri', 'value', 'target']);

/** What nobody reads or follows: data of the card's sender, and where its schema stands. */
const unseenKeys = new Set(['data', 'msteams', 'authentication', 'refresh', '$schema', '@context']);

/** Addresses of pictures and sounds, which are shown rather than opened. */
const mediaKeys = new Set(
  'images image heroImage backgroundImage sources media poster iconUrl activityImage'.split(' '),
);
const mediaTypes = new Set(['image', 'media', 'icon', 'captionsource']);
const pressedKeys = new Set(['selectAction', 'tap']);

const webAddress = /^\s*https?:/i;
const markdownLink =
  /\[([^[\]\n]{0,300})\]\(\s{0,3}<?(https?:[^\s()<>]{1,4000}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,1000})?)>?(?:\s[^()\n]{0,200})?\)/gi;

interface Node {
  readonly value: unknown;
  readonly key: string;
  readonly depth: number;
  /** What is shown where this is pressed. */
  readonly label: string;
  readonly isMedia: boolean;
}

/**
 * What a card shows, and the addresses that it opens under which words.
 * @param card parsed JSON of any shape
 */
export function cardParts(card: object): readonly MessagePart[] {
  const lines: string[] = [];
  const links: string[] = [];
  const pending: Node[] = [{ value: card, key: '', depth: 0, label: '', isMedia: false }];
  for (let seen = 0; seen < maxNodes; seen += 1) {
    const node = pending.pop();
    if (node === undefined) break;
    if (typeof node.value === 'string') readText(node, node.value);
    else if (typeof node.value === 'object' && node.value !== null && node.depth < maxDepth) {
      pending.push(...childrenOf(node, node.value).slice(0, maxNodes).toReversed());
    }
  }
  return [
    ...(links.length === 0 ? [] : [{ kind: 'html', text: links.join('\n') } as const]),
    ...(lines.length === 0 ? [] : [{ kind: 'plain', text: lines.join('\n') } as const]),
  ];

  function readText({ key, label, isMedia }: Node, text: string): void {
    if (addressKeys.has(key) && webAddress.test(text)) {
      if (!isMedia) links.push(hyperlink(text, label));
      return;
    }
    if (!textKeys.has(key)) return;
    // Connector and hero cards take HTML.
    if (/<a\s/i.test(text)) {
      links.push(text);
      return;
    }
    lines.push(
      text.replace(markdownLink, (_whole, shown: string, address: string) => {
        links.push(hyperlink(address, shown));
        return shown;
      }),
    );
  }
}

function childrenOf({ key, depth, label, isMedia }: Node, value: object): Node[] {
  if (Array.isArray(value)) {
    // Rich text may be a list of plain strings.
    const as = key === 'inlines' ? 'text' : key;
    return value.map((item: unknown) => ({ value: item, key: as, depth: depth + 1, label, isMedia }));
  }
  const fields = Object.entries(value as Record<string, unknown>);
  const type = stringOf(value, 'type') || stringOf(value, '@type');
  const words = stringOf(value, 'text') || stringOf(value, 'title') || stringOf(value, 'name');
  // What is pressed shows the words of what it stands in, and its own only as a hint.
  const shown = pressedKeys.has(key) ? label || words : words || label;
  const ofMedia = mediaTypes.has(type.toLowerCase()) || (isMedia && !pressedKeys.has(key));
  return [
    ...factOf(value),
    ...fields
      .filter(([name]) => !unseenKeys.has(name))
      .map(([name, field]) => ({
        value: field,
        key: name,
        depth: depth + 1,
        label: ofMedia || mediaKeys.has(name) ? '' : shown,
        isMedia: !pressedKeys.has(name) && (ofMedia || mediaKeys.has(name)),
      })),
  ];
}

/** A fact is read as one line, as in “Partner: Fabrikam”. */
function factOf(value: object): readonly Node[] {
  const [title, said] = [stringOf(value, 'title') || stringOf(value, 'name'), stringOf(value, 'value')];
  if (title === '' || said === '' || webAddress.test(said)) return [];
  const line = `${title.replace(/\s*:\s*$/, '')}: ${said}`;
  return [{ value: line, key: 'text', depth: 0, label: '', isMedia: false }];
}

function stringOf(value: object, key: string): string {
  const field = (value as Record<string, unknown>)[key];
  return typeof field === 'string' ? field : '';
}
