/** An address taken apart twice: as it is written, and as a browser would open it. */
export interface Address {
  readonly text: string;
  /** Lower case, without the colon. */
  readonly scheme: string;
  /** As written between the scheme and the path: host, and whatever stands around it. */
  readonly authority: string;
  /** By the rules of browsers; undefined where they would refuse it. */
  readonly url: URL | undefined;
}

const parts = /^([a-z][a-z\d+.-]*):[\\/]*([^\\/?#]*)/i;

/** @param text an address, where a missing scheme counts as https */
export function readAddress(text: string): Address {
  const written = parts.exec(text);
  // `host.example:8443/page` has no scheme, though it looks as if `host.example` were one.
  if (written === null || !/^[a-z][a-z\d+.-]*:[\\/]|^https?:/i.test(text))
    return readAddress(`https://${text}`);
  const [, scheme = '', authority = ''] = written;
  return {
    text,
    scheme: scheme.toLowerCase(),
    authority,
    url: opened(text),
  };
}

/** `URL.canParse` would read better, but once Node 20 has optimised it, it refuses accented letters that `new URL` takes. */
function opened(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Whether the host is written plainly: no user information, no port, no letters that browsers would turn into others. */
export function isPlainlyWritten({ scheme, authority, url }: Address): boolean {
  return scheme === 'https' && authority.toLowerCase() === url?.hostname;
}

/** The host in ASCII; what is written in its place where the address cannot be read. */
export function hostOf({ url, authority }: Address): string {
  return url?.hostname ?? authority;
}
