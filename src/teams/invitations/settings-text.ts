import type { FunctionSettings } from '../../domain/invitations/function-settings.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The tenant's settings for a function, in words; undefined if it has none. */
export function settingsText({ invitation: text }: Messages, settings: FunctionSettings): string | undefined {
  if (settings.kind === 'purchases')
    return settings.seesOtherPartners ? text.seesPurchases : text.seesNoPurchases;
  if (settings.kind === 'account' && settings.userPrincipalName !== undefined)
    return text.givenAccount(settings.userPrincipalName);
  return undefined;
}
