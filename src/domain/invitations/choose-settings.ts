import { DomainError } from '../domain-error.ts';
import { emailAddress } from '../email-address.ts';
import { oneLine } from '../plain-text.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { FunctionSettings } from './function-settings.ts';

/** The settings that a person chose; those that the function does not have are ignored. */
export interface ChosenSettings {
  readonly account?: string | undefined;
  readonly seesOtherPartners?: boolean | undefined;
}

/**
 * The settings of a function, with defaults for what was not chosen.
 * @throws DomainError('account-invalid') if the account is not a user principal name
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
