import { hostOf, readAddress } from './address.ts';
import { withoutPercentEscapes } from './mail-escapes.ts';
import { isMicrosofts } from './microsoft-hosts.ts';

const addressWithin = /(?:https?:|(?<==))[\\/]{2,8}([^\\/?#&\s"'<>|]{1,253})/gi;

/** More than a few are no way to hide one. */
const maxWithin = 20;

/**
 * The host of an address of somebody else that the query or fragment of a Microsoft page carries, as those of pages that
 * redirect do; undefined if there is none.
 */
export function hiddenAddressIn({ search, hash }: URL): string | undefined {
  const within = withoutPercentEscapes(`${search}${hash}`).matchAll(addressWithin);
  for (const [, authority = ''] of [...within].slice(0, maxWithin)) {
    const host = hostOf(readAddress(`https://${authority}`)).toLowerCase();
    if (host.includes('.') && !isMicrosofts(host)) return host;
  }
  return undefined;
}
