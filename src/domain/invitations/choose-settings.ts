import { DomainError } from '../domain-error.ts';
import { emailAddress } from '../email-address.ts';
import { oneLine } from '../plain-text.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { FunctionSettings } from './function-settings.ts';

/** What a person filled in when authorizing; what the function has no use for is passed over. */
export interface ChosenSettings {
  readonly account?: string | undefined;
  readonly seesOtherPartners?: boolean | undefined;
}

/**
 * The settings of a function as a person chose them, or as they are where nothing was chosen.
 * @throws DomainError('account-invalid') where the account is not one user principal name
 */
export function settingsOf(invitedAs: SolutionProviderFunction, chosen: ChosenSettings): FunctionSettings {
  if (invitedAs === 'partner') return accountOf(oneLine(chosen.account ?? ''));
  if (invitedAs === 'mpsaPartner') {
    return { kind: 'purchases', seesOtherPartners: chosen.seesOtherPartners ?? false };
  }
  return { kind: 'none' };
}

function accountOf(account: string): FunctionSettings {
  if (account === '') return { kind: 'account' };
  const userPrincipalName = emailAddress(account);
  if (userPrincipalName === undefined) throw new DomainError('account-invalid', {});
  return { kind: 'account', userPrincipalName };
}
