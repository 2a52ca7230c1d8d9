const id = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';

/** Where the link of an invitation ends: behind the id of a granular request, or behind the fragment of its page. */
const ends = new RegExp(
  `#/(?:partners/invitation/granularadminrelationships/${id}-${id}|(?:billingaccounts/partner-invitation|partners/invitation)(?!/granular))`,
  'i',
);

/** What no id and no fragment goes on with, as it is written or escaped. */
const escapedMark = '%(?:0[9ad]|2[0279c]|3[bce]|5[bcd]|60|7[bcd]|[89a-f][\\da-f])';
const escapedEntity = '&(?:gt|lt|quot|apos|nbsp|#x?[\\da-f]+)';
const mark = '[^\\w./?&=#%@+~-]';
/** A full stop, whether or not the space behind it got lost. */
const fullStop = '\\.+(?:[a-z]+)?(?![\\w./?&=#%@+~-])';
const glued = new RegExp(`^(?:${fullStop}|${escapedEntity}|[._/=~?&#+@-]*(?:$|${mark}|${escapedMark}))`, 'i');

/** Letters behind a fragment: words whose space got lost, unless an address goes on behind them. */
const gluedWords = /^[a-z]+(?![\w/?&=#%@+~-])/i;

/** What a query cannot hold unescaped; and punctuation at its end, escaped or not. */
const notInQuery = /[^\w%&=.+~:/#-]/;
const marksAtEnd = /(?:[_.~:+-]|%(?:20|22|27|29|3c|3e|5d|60|7c|7d))+$/i;

/**
 * An invitation’s address without what was glued to its end: the punctuation of any script, brackets, the markup of chats.
 * It ends where its id or its known fragment ends. What could be a part of another page’s address stays.
 */
export function withoutGlue(address: string): string {
  const found = ends.exec(address);
  if (found === null) return address;
  const end = found.index + found[0].length;
  const rest = address.slice(end);
  const isGlued = glued.test(rest) || (!found[0].includes('elationships/') && gluedWords.test(rest));
  return isGlued ? address.slice(0, end) : address;
}

/** The same for the pages of retired portals, whose addresses end with a query. */
export function withoutGlueBehindQuery(address: string): string {
  const query = address.indexOf('?');
  if (query < 0) return address;
  const parameters = address.slice(query + 1);
  const end = parameters.search(notInQuery);
  const kept = (end < 0 ? parameters : parameters.slice(0, end)).replace(marksAtEnd, '');
  return `${address.slice(0, query + 1)}${kept}`;
}
