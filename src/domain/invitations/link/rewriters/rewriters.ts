import { domainToUnicode } from 'node:url';
import { isPlainlyWritten, type Address } from '../address.ts';
import { skeletonOf } from '../trusted-host.ts';
import { checkPoint } from './check-point.ts';
import { cisco } from './cisco.ts';
import { microsoft } from './microsoft.ts';
import { otherMailFilters } from './other-mail-filters.ts';
import { proofpoint } from './proofpoint.ts';
import type { Rewriter } from './rewriter.ts';
import { shortLinks } from './short-links.ts';
import { sophos } from './sophos.ts';

const mailFilters: readonly Rewriter[] = [
  ...microsoft,
  ...proofpoint,
  ...checkPoint,
  ...cisco,
  ...sophos,
  ...otherMailFilters,
];
const rewriters: readonly Rewriter[] = [...mailFilters, ...shortLinks];

/** The service that wrote an address, by exact host and page; undefined if none that is known would write it so. */
export function rewriterOf(address: Address): Rewriter | undefined {
  const { url } = address;
  if (url === undefined) return undefined;
  return rewriters.find(
    (one) => isOn(one, url.hostname) && one.path.test(url.pathname) && isWrittenBy(one, address),
  );
}

/** Whether a service that rewrites links writes addresses with this host. */
export function isHostOfRewriter(host: string): boolean {
  return rewriters.some((one) => isOn(one, host));
}

/** Names in the hosts of mail filters, each with all that the owner of a host may put before it. */
const filterNames = [
  'safelinks.protection.outlook.com',
  'safelinks.protection.office365.us',
  'safelink.emails.azure.net',
  'teams.cdn.office.net',
  'protection.sophos.com',
  'trendmicro.com',
  'fortimailcloud.com',
  'mimecastprotect.com',
  'mimecast.com',
  ...mailFilters.flatMap(({ hosts }) => (hosts instanceof RegExp ? [] : hosts)),
].map((name) => ({ name, skeleton: skeletonOf(name) }));

/** Whether a host contains or imitates the name of a mail filter, without being one of its owner’s. */
export function imitatesMailFilter(host: string): boolean {
  const unicode = domainToUnicode(host) || host;
  const skeleton = skeletonOf(unicode);
  return (
    filterNames.some((one) => skeleton.includes(one.skeleton)) &&
    !filterNames.some(({ name }) => host === name || host.endsWith(`.${name}`))
  );
}

/** Whether a service, by its name, checks the links of mails, rather than to give them short names. */
export function isMailFilter(name: string): boolean {
  return mailFilters.some((one) => one.name === name);
}

/** Whether an address looks like that of a FortiMail appliance, which its owner runs under a host of their own. */
export function isFortiMailPage(address: Address): boolean {
  const { url } = address;
  return (
    url !== undefined &&
    isPlainlyWritten(address) &&
    /^\/fmlurlsvc\/?$/i.test(url.pathname) &&
    url.searchParams.has('url')
  );
}

function isOn({ hosts }: Rewriter, host: string): boolean {
  return hosts instanceof RegExp ? hosts.test(host) : hosts.includes(host);
}

function isWrittenBy({ port }: Rewriter, address: Address): boolean {
  if (isPlainlyWritten(address)) return true;
  const { scheme, authority, url } = address;
  const withPort = `${url?.hostname ?? ''}:${port ?? ''}`;
  return port !== undefined && scheme === 'https' && authority.toLowerCase() === withPort;
}
