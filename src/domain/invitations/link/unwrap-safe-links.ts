import { decodeHTMLStrict } from 'entities';
import { isPlainlyWritten, readAddress, type Address } from './address.ts';

/**
 * Microsoft Defender's Safe Links rewrites links in mails to
 * `https://eur01.safelinks.protection.outlook.com/?url=…&data=…`.
 */
const safeLinks = '.safelinks.protection.outlook.com';

/** Forwarding between two protected organisations wraps twice; more was not observed. */
const maxWrappers = 3;

/** The address wrapped by Safe Links; a wrapper that is empty or nested too deeply is returned unchanged. */
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
