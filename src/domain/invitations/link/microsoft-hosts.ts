/**
 * Domains on which Microsoft’s own sites are. Sources: Microsoft Learn, “Office 365 URLs and IP address ranges”, the same for
 * U.S. Government GCC High and DoD and for Office 365 operated by 21Vianet, and “Unified cloud.microsoft domain for Microsoft
 * 365 apps”: the top-level domain `microsoft` is Microsoft’s alone.
 */
const domains = [
  'microsoft',
  'microsoft.com',
  'microsoft.us',
  'microsoftonline.com',
  'microsoftonline.us',
  'microsoftonline-p.com',
  'partner.microsoftonline.cn',
  'microsoftonline.cn',
  'windowsazure.com',
  'azure.com',
  'azure.us',
  'azure.cn',
  'office.com',
  'office365.com',
  'office365.us',
  'microsoft365.us',
  'office.net',
  'office.de',
  'live.com',
  'outlook.com',
  'msn.com',
  'bing.com',
  'apps.mil',
  'microsoftstream.com',
  'visualstudio.com',
] as const;

/** Of those, the ones on which anybody publishes pages. */
const domainsOfAnybody = [
  'forms.office.com',
  'forms.office365.us',
  'forms.microsoft.com',
  'forms.cloud.microsoft',
  'customervoice.microsoft.com',
  'sway.office.com',
  'sway.cloud.microsoft',
  'cloudapp.azure.com',
  'onedrive.live.com',
  'docs.live.com',
  'storage.live.com',
  'gallery.azure.com',
] as const;

/** Whether a host is one of Microsoft’s own sites, and not one on which anybody publishes. */
export function isMicrosofts(host: string): boolean {
  return isOn(domains, host) && !isOn(domainsOfAnybody, host);
}

function isOn(owned: readonly string[], host: string): boolean {
  return owned.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
