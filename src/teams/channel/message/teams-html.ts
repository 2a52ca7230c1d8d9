/** Mentions, in chats and as the older clients write them. Names with the characters of addresses are left alone. */
const mentions = [
  /<at\b[^<>]{0,200}>[^<>./:]{0,200}<\/at>/gi,
  /<span\b[^<>]{0,200}\bitemtype="http:\/\/schema\.skype\.com\/Mention"[^<>]{0,200}>[^<>./:]{0,200}<\/span>/gi,
];

const previewStart = '<p itemprop="preview">';

/**
 * HTML that Teams made of a message, without the mention of the desk, which is no part of what was said, and without
 * addresses that the preview of a quoted message cuts off: half of a genuine one would look like a forged one.
 */
export function fromTeamsHtml(html: string): string {
  const unmentioned = mentions.reduce((text, mention) => text.replace(mention, ' '), html);
  const [before = '', ...quoted] = unmentioned.split(previewStart);
  return [before, ...quoted.map(withoutCutAddress)].join(previewStart);
}

function withoutCutAddress(fromPreview: string): string {
  const end = fromPreview.indexOf('<');
  if (end === -1) return fromPreview;
  return wholeAddresses(fromPreview.slice(0, end)) + fromPreview.slice(end);
}

/** Text that somebody's client may have cut off, without an address that it was cut off in. */
export function wholeAddresses(preview: string): string {
  const text = preview.trimEnd();
  if (!/(?:…|\.\.\.)$/.test(text)) return preview;
  const lastSpace = Math.max(...[' ', '\n', '\t', '\u00a0'].map((space) => text.lastIndexOf(space)));
  const lastWord = text.slice(lastSpace + 1);
  return lastWord.includes('://') ? text.slice(0, -lastWord.length) : preview;
}
