/**
 * The Azure portal of each cloud, by the host of its admin center. Source: Azure documentation, “Azure portal” of the
 * public, US government and 21Vianet clouds.
 */
const portals: Readonly<Record<string, string>> = {
  'admin.microsoft.com': 'https://portal.azure.com',
  'portal.office365.us': 'https://portal.azure.us',
  'portal.apps.mil': 'https://portal.azure.us',
  'portal.partner.microsoftonline.cn': 'https://portal.azure.cn',
};

/**
 * The page of the Azure portal that lists subscriptions, each with its access control (IAM).
 * @param partnersPage the page of the admin center in the same cloud
 * @returns undefined where there is none, as with a simulated tenant
 */
export function azureSubscriptionsPage(partnersPage: string): string | undefined {
  const portal = portals[new URL(partnersPage).hostname];
  return portal && `${portal}/#view/Microsoft_Azure_Billing/SubscriptionsBladeV2`;
}
