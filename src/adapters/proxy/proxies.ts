import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../domain/loopback.ts';

/** The proxies through which the desk calls others, as the environment names them. */
export interface Proxies {
  /** For https addresses. */
  readonly https: URL | undefined;
  /** For http addresses. */
  readonly http: URL | undefined;
  /** `NO_PROXY`: hosts, domains and networks that are reached directly, separated by commas or spaces. */
  readonly exceptions: string;
  /** Hosts that are never reached through a proxy: those that issue managed identities. */
  readonly identityHosts: readonly string[];
}

/** @returns the proxy for an address; undefined if it is reached directly */
export type ProxyFor = (address: URL) => URL | undefined;

const defaultPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

/** Link-local addresses: those of a virtual machine's identity endpoint, among others. */
const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');

/**
 * Decides which addresses are reached through which proxy. Loopback and link-local addresses never are, nor is what
 * issues managed identities.
 */
export function proxyFor({ https, http, exceptions, identityHosts }: Proxies): ProxyFor {
  const rules = exceptions
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(ruleOf);
  return (address) => {
    const proxy = address.protocol === 'https:' ? https : http;
    const host = plainHost(address.hostname);
    const port = address.port === '' ? defaultPorts[address.protocol] : address.port;
    const isDirect =
      isLoopback(host) ||
      host.endsWith('.localhost') ||
      isInList(linkLocal, host) ||
      identityHosts.includes(host) ||
      rules.some((rule) => rule(host, port));
    return isDirect ? undefined : proxy;
  };
}

/** The host of a URL in lower case, without brackets and without the dot that ends a full domain name. */
export function plainHost(hostname: string): string {
  return hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '');
}

type Rule = (host: string, port: string | undefined) => boolean;

/**
 * An entry of `NO_PROXY`: `*`, a host or domain with everything below it (`contoso.com`, `.contoso.com`,
 * `*.contoso.com`), an address or a network (`10.0.0.0/8`); all but networks may have a port. There is no standard; this
 * accepts what curl, Go and Python accept. What is none of these matches nothing.
 */
function ruleOf(entry: string): Rule {
  if (entry === '*') return () => true;
  const [, network, prefix] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(entry) ?? [];
  if (network !== undefined && prefix !== undefined) return networkRule(network, Number(prefix));
  const [, bracketed, plain, wantedPort] = /^(?:\[(.+)\]|(.*?))(?::(\d+))?$/.exec(entry) ?? [];
  const isBareAddress = isIP(entry) !== 0;
  const wanted = plainHost((isBareAddress ? entry : (bracketed ?? plain ?? '')).replace(/^\*?\./, ''));
  return (host, port) =>
    (isBareAddress || wantedPort === undefined || wantedPort === port) &&
    wanted !== '' &&
    (host === wanted || (isIP(host) === 0 && host.endsWith(`.${wanted}`)));
}

function networkRule(network: string, prefix: number): Rule {
  const family = familyOf(network);
  if (family === undefined || prefix > (family === 'ipv4' ? 32 : 128)) return () => false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return (host) => isInList(list, host);
}

function isInList(list: BlockList, host: string): boolean {
  const family = familyOf(host);
  return family !== undefined && list.check(host, family);
}

function familyOf(host: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(host);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
}
