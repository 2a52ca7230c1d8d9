const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A hyperlink as HTML, for what carries its address and its words apart. */
export function hyperlink(address: string, label: string): string {
  return `<p><a href="${escaped(address)}">${escaped(label)}</a></p>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
