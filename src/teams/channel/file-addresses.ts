import { isLoopback } from '../../domain/loopback.ts';

/**
 * Upload hosts of Microsoft 365: SharePoint, which includes OneDrive. A file is uploaded to the address that an
 * activity names, and activity bodies are not signed, so only these are accepted. Source: the list of Microsoft 365
 * URLs, worldwide and of the national clouds.
 */
const microsoftSites = ['.sharepoint.com', '.sharepoint.us', '.sharepoint-mil.us', '.sharepoint.cn'];

/**
 * Whether a file may be uploaded there.
 * @param loopbackOnly accepts only this machine: for a sandbox without credentials
 */
export function isAcceptedFileAddress(
  address: string,
  { loopbackOnly }: { readonly loopbackOnly: boolean },
): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackOnly) return isLoopback(url.hostname);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    microsoftSites.some((site) => url.hostname.endsWith(site) && url.hostname.length > site.length)
  );
}
