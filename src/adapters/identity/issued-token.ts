import { AuthError, type AuthenticationResult } from '@azure/msal-node';
import type { IssuedToken } from './issue-token.ts';

/** What the desk needs of MSAL's answer. @throws AuthError where it holds no token */
export function issuedToken(result: AuthenticationResult | null): IssuedToken {
  if (result === null || result.accessToken === '' || result.expiresOn === null) {
    throw new AuthError('no_token', '');
  }
  return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
}
