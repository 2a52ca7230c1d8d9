/** A GUID as Microsoft writes it: either case, no braces. */
export const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What people and programs put around an id: braces, brackets, quotes, spaces. */
const around = /^[\s{("'“”‘’`]+|[\s})"'“”‘’`]+$/g;

/**
 * The GUID that a text is, in lower case and without what surrounds it: Windows writes braces, Excel capitals, shells
 * leave quotes.
 * @returns undefined if the text is no GUID
 */
export function guidIn(text: string): string | undefined {
  const bare = withoutQuotes(text);
  return guid.test(bare) ? bare.toLowerCase() : undefined;
}

/** A text without the braces, quotes and spaces around it. */
export function withoutQuotes(text: string): string {
  return text.replace(around, '');
}
