import { Parser } from 'htmlparser2';

/** A hyperlink of an HTML text: what it opens, and what a person sees. Untrusted. */
export interface Hyperlink {
  readonly target: string;
  /** One line; of an image, what it says where it is not shown. */
  readonly label: string;
}

/** What a person sees of an HTML text, and where its hyperlinks lead. */
export interface HtmlContent {
  /** A line for each block, row and line break; cells are separated by tabs, and items begin with a bullet. */
  readonly text: string;
  /** The same without what hyperlinks show. */
  readonly unlinked: string;
  readonly hyperlinks: readonly Hyperlink[];
}

const blocks = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** Between which nothing is left empty: a list of these is one without gaps. */
const withoutGap = new Set(['dd', 'div', 'dt', 'li', 'tr']);
const bullet = '• ';
const cells = new Set(['td', 'th']);
const neverShown = new Set(['head', 'script', 'style', 'template', 'title', 'noscript']);

/** Elements whose `href` nobody follows. */
const notFollowed = new Set(['link', 'base', 'image', 'use']);

/** Reads HTML as a mail client shows it; whatever it is, in time linear in its length. */
export function readHtml(html: string): HtmlContent {
  const text: string[] = [];
  const unlinked: string[] = [];
  const hyperlinks: Hyperlink[] = [];
  let unshown = 0;
  let open: { readonly element: string; readonly target: string; readonly label: string[] } | undefined;

  const write = (written: string): void => {
    text.push(written);
    (open?.label ?? unlinked).push(written);
  };
  const close = (): void => {
    if (open === undefined) return;
    const { target, label } = open;
    unlinked.push(' ');
    hyperlinks.push({ target, label: label.join('').replace(/\s+/g, ' ').trim() });
    open = undefined;
  };
  const separate = (element: string): void => {
    if (cells.has(element)) write('\t');
    // The first paragraph of an item stands beside its bullet.
    if (!blocks.has(element) || text.at(-1) === bullet) return;
    if (!withoutGap.has(element) || text.at(-1) !== '\n') write('\n');
  };

  const parser = new Parser({
    onopentag(element, attributes) {
      if (neverShown.has(element)) unshown += 1;
      separate(element);
      if (element === 'li') write(bullet);
      // What an image shows cannot be read otherwise.
      if (element === 'img' && unshown === 0) write(` ${attributes['alt']?.replace(/\s+/g, ' ') ?? ''} `);
      const target = attributes['href'];
      if (target === undefined || notFollowed.has(element)) return;
      // Hyperlinks do not nest: a second one ends the first, as in a browser.
      close();
      open = { element, target: target.trim(), label: [] };
      if (element === 'area') close();
    },
    ontext(data) {
      // Line breaks in the source are spaces to a reader.
      const shown = unshown === 0 ? data.replace(/[\t\n\r ]+/g, ' ') : '';
      // Spaces between blocks are not shown.
      if (shown !== '' && (shown !== ' ' || !['\n', bullet].includes(text.at(-1) ?? ''))) write(shown);
    },
    onclosetag(element) {
      if (neverShown.has(element)) unshown -= 1;
      if (element === open?.element) close();
      if (element !== 'br') separate(element);
    },
  });
  parser.end(html);
  close();
  return { text: text.join(''), unlinked: unlinked.join(''), hyperlinks };
}
