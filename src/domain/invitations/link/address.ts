/** An address parsed twice: as written, and as a browser would open it. */
export interface Address {
  readonly text: string;
  /** Lower case, without the colon. */
  readonly scheme: string;
  /** As written between the scheme and the path: the host, with any user information and port. */
  readonly authority: string;
  /** Parsed by the rules of browsers; undefined if they would reject it. */
  readonly url: URL | undefined;
}

const parts = /^([a-z][a-z\d+.-]*):[\\/]*([^\\/?#]*)/i;

/** @param text an address; a missing scheme counts as https */
export function readAddress(text: string): Address {
  const written = parts.exec(text);
  // In `host.example:8443/page`, `host.example` looks like a scheme but is not one.
  if (written === null || !/^[a-z][a-z\d+.-]*:[\\/]|^https?:/i.test(text))
    return readAddress(`https://${text}`);
  const [, scheme = '', authority = ''] = written;
  return {
    text,
    scheme: scheme.toLowerCase(),
    authority,
    url: parseUrl(text),
  };
}

/**
 * `URL.canParse` would read better, but once optimised by Node 20 it rejects accented letters that `new URL` accepts.
 */
function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Whether the authority is a plain host: no user information, no port, no letters that browsers would normalize. */
export function isPlainlyWritten({ scheme, authority, url }: Address): boolean {
  return scheme === 'https' && authority.toLowerCase() === url?.hostname;
}

/** The host in ASCII; the authority as written if the address cannot be parsed. */
export function hostOf({ url, authority }: Address): string {
  return url?.hostname ?? authority;
}
