import { decodeHTMLStrict } from 'entities';
import { isPlainlyWritten, readAddress, type Address } from './address.ts';

/** Microsoft Defender's Safe Links rewrites links in mails: `https://eur01.safelinks.protection.outlook.com/?url=…&data=…`. */
const safeLinks = '.safelinks.protection.outlook.com';

/** Forwarding between two protected organisations wraps twice; no more was seen. */
const maxWrappers = 3;

/** The address inside, where Safe Links wrapped one; a wrapper is returned as it is when it has nothing inside or too many others. */
export function unwrapSafeLinks(address: Address, wrappers = 0): Address {
  const inside = wrapped(address);
  if (inside === undefined || wrappers === maxWrappers) return address;
  return unwrapSafeLinks(readAddress(decodeHTMLStrict(inside).trim()), wrappers + 1);
}

function wrapped(address: Address): string | undefined {
  const { url } = address;
  if (url?.hostname.endsWith(safeLinks) !== true || !isPlainlyWritten(address)) return undefined;
  return [...url.searchParams].find(([name]) => name.toLowerCase() === 'url')?.[1];
}
