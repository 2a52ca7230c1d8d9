/** Links that partners send, as documented by Microsoft or observed in use. */

export const distributor = '6fff47dc-5f67-41b5-b48b-9d4c6de48eab';
export const partner = '3b33e682-00c3-41ee-9dd2-a548adf56438';
export const reseller = '75af751c-f582-45e7-aee2-0fd6c8203c1d';
export const request = '5d027261-d21f-4aa9-b7db-7fa1f56fb163-8777b240-c6f0-4469-9e98-a3205431b836';
export const offer = 'a1041c87-aad3-4653-a93a-0b20aa3e570a';

const home = 'https://admin.microsoft.com/Adminportal/Home';

export const resellerLink = `${home}?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=false#/BillingAccounts/partner-invitation`;
export const resellerWithClassicLink = `${home}?invType=ResellerRelationship&partnerId=${partner}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`;
export const newerResellerLink = `${home}?invType=ResellerRelationship&partnerId=${partner}&msppId=0#/partners/invitation`;
export const indirectLink = `${home}?invType=IndirectResellerRelationship&partnerId=${distributor}&msppId=6531449&indirectCSPId=${reseller}&DAP=false#/BillingAccounts/partner-invitation`;
export const newerIndirectLink = `${home}?invType=IndirectResellerRelationship&partnerId=${distributor}&msppId=6531449&indirectCSPId=${reseller}#/partners/invitation`;
export const indirectWithoutResellerLink = `${home}?invType=IndirectResellerRelationship&partnerId=${distributor}&msppId=601089&DAP=true#/BillingAccounts/partner-invitation`;
export const administrationLink = `${home}?invType=Administration&partnerId=${partner}#/BillingAccounts/partner-invitation`;
export const granularLink = `${home}#/partners/invitation/granularAdminRelationships/${request}`;
export const granularLinkOnNewHost = `https://admin.cloud.microsoft/?#/partners/invitation/granularAdminRelationships/${request}`;
export const storeForBusinessLink = `https://businessstore.microsoft.com/manage/partner-invitation?invType=IndirectResellerRelationship&partnerId=${distributor}&msppId=4794019&DAP=true`;
export const officePortalLink = `https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=${partner}&csp=1&msppid=0`;
export const trialLink = `https://portal.office.com/partner/partnersignup.aspx?type=Trial&id=${offer}&msppid=7086220`;
export const purchaseLink = `https://portal.office.com/partner/partnersignup.aspx?type=Purchase&id=${offer}&msppid=4227824`;

export const everyLink: readonly string[] = [
  resellerLink,
  resellerWithClassicLink,
  newerResellerLink,
  indirectLink,
  newerIndirectLink,
  indirectWithoutResellerLink,
  administrationLink,
  granularLink,
  granularLinkOnNewHost,
  storeForBusinessLink,
  officePortalLink,
  trialLink,
  purchaseLink,
];

/** As Defender's Safe Links rewrites an address in a mail. */
export function safeLink(address: string): string {
  const data = '05%7C02%7Cadmin%40contoso.com%7C0%7C0%7C638700000000000000%7CUnknown';
  return `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=${data}&sdata=aGVsbG8%3D&reserved=0`;
}

export function htmlEscaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** RFC 2045: 76 characters a line, the last of them `=`. */
export function quotedPrintable(text: string): string {
  return text.replaceAll('=', '=3D').replace(/(?:=3D|.){72}(?=.)/g, '$&=\r\n');
}
