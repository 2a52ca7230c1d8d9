/** A service that replaces the links of mails or chats by links to itself, to check them when they are opened. */
export interface Rewriter {
  /** As people know it. */
  readonly name: string;
  /** The hosts that it writes; exact matches only. */
  readonly hosts: readonly string[] | RegExp;
  /** The pages of those hosts that open links. */
  readonly path: RegExp;
  /** A port that it writes although https needs none. */
  readonly port?: string;
  readonly reads: LinkReader;
}

/** A rewritten link, as parsed and as written. */
export interface RewrittenLink {
  readonly url: URL;
  readonly written: string;
}

/**
 * What a rewritten link opens: an address; nothing that can be read, as the service keeps it to itself; or several, or
 * something that the service would not have written.
 */
export type Target = { readonly opens: string } | 'hidden' | 'unclear';

export type LinkReader = (link: RewrittenLink) => Target;

/** Of services whose links do not carry what they open. */
export const keptByService: LinkReader = () => 'hidden';

/** The text with its percent-escapes decoded; unchanged if it has others. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `https://` with only one slash, as Outlook writes it inside other addresses. */
const oneSlash = /^(https?):\/(?=[^/\\])/i;

/** @param text an address, as a rewriter writes it into its own */
export function opens(text: string): Target {
  const address = text.trim().replace(oneSlash, '$1://');
  return /^[a-z][a-z\d+.-]*:[\\/]/i.test(address) ? { opens: address } : 'unclear';
}
