const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/**
 * Whether a host name or IP address is loopback: `localhost`, 127.0.0.0/8, or ::1 with or without brackets.
 * @param host without a port and in lower case, as `URL` and sockets write it
 */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** The head of an HTTP request, as Node has it. */
interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Names and values in turn, with duplicates. */
  readonly rawHeaders: readonly string[];
}

interface OwnPages {
  readonly scheme?: 'http' | 'https';
  /**
   * Whether a link on another page may open one in a window of its own. No page that is opened may change anything.
   */
  readonly opensLinks?: boolean;
}

/** A host name, an IPv4 address or an IPv6 address in brackets, with an optional port. */
const hostHeader = /^([^:[\]]+|\[[^\]]+\])(?::\d+)?$/;

/** What proxies, load balancers, tunnels and content delivery networks add, in lower case and with hyphens. */
const forwarding = new RegExp(
  [
    '^(?:forwarded|via|cdn-loop|max-forwards|remote-addr|remote-host|proxy-connection',
    'x-(?:ms|nginx)-proxy|x-tunnel-.+',
    '(?:(?:x-)?(?:true-|proxy-|cluster-)?client|x-real|x-remote|remote|x-originating|x-proxyuser)-ip',
    'x-(?:forwarded|forward|original|host|scheme|proto|rewrite-url|url-scheme|waws-unencoded-url|remote-addr)',
    'x-(?:forwarded|original|azure|arr|envoy|amzn|amz-cf|cloud-trace|appengine|vercel|nf|ms-forwarded)-.+',
    '(?:http-x-forwarded|cf|fly|fastly|akamai|tailscale|ngrok|wl-proxy)-.+)$',
  ].join('|'),
);

/**
 * What shows that a request over loopback was caused by something beyond this machine: by a web page of somebody else,
 * whose host name may resolve to 127.0.0.1 (DNS rebinding), or through a proxy or tunnel. The sandbox has no sign-in, so
 * it refuses such requests.
 * @param own about the server's own pages
 * @returns undefined if nothing does
 */
export function signOfElsewhere(
  { method, url = '/', rawHeaders }: RequestHead,
  { scheme = 'http', opensLinks = false }: OwnPages = {},
): 'host' | 'origin' | 'forwarding' | undefined {
  const fields = headerFields(rawHeaders);
  if (fields.some(([name]) => forwarding.test(name))) return 'forwarding';
  const valuesOf = (wanted: string) => fields.flatMap(([name, value]) => (name === wanted ? [value] : []));
  const [host, ...otherHosts] = valuesOf('host');
  // A client that sends a whole URL takes this server for a proxy.
  if (host === undefined || otherHosts.length > 0 || !namesThisMachine(host) || !/^[/*]/.test(url))
    return 'host';
  const says = (name: string, expected: string) => valuesOf(name).join() === expected;
  const followsLink =
    opensLinks &&
    method === 'GET' &&
    says('sec-fetch-mode', 'navigate') &&
    says('sec-fetch-dest', 'document');
  const isOfThisPage =
    valuesOf('origin').every((origin) => origin === `${scheme}://${host}`) &&
    (followsLink || valuesOf('sec-fetch-site').every((site) => site === 'same-origin' || site === 'none'));
  return isOfThisPage ? undefined : 'origin';
}

/** Names in lower case and with hyphens, since some servers take underscores for the same; values in lower case. */
function headerFields(rawHeaders: readonly string[]): (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    fields.push([name.toLowerCase().replaceAll('_', '-'), value.toLowerCase()]);
  }
  return fields;
}

function namesThisMachine(host: string): boolean {
  const [, name = ''] = hostHeader.exec(host) ?? [];
  return isLoopback(name);
}
