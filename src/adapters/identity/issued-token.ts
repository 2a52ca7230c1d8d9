import { AuthError, type AuthenticationResult } from '@azure/msal-node';

/** What the desk needs of MSAL's answer. @throws AuthError where it holds no token */
export function issuedToken(result: AuthenticationResult | null): IssuedToken {
  if (result === null || result.accessToken === '' || result.expiresOn === null) {
    throw new AuthError('no_token', '');
  }
  return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
}

/** A token as it came from whoever issues them. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Asks for a new token, once each call, keeping nothing.
 * @param scope such as `https://api.botframework.com/.default`
 * @param signal the request ends soon after it aborts
 */
export type IssueToken = (scope: string, signal: AbortSignal) => Promise<IssuedToken>;

/** What the log may know of why there is no token: codes alone, since messages name the bot's registration and its tenant. */
export function tokenFailure(error: unknown): { readonly reason: string; readonly entraCode?: string } {
  if (!(error instanceof AuthError)) return { reason: error instanceof Error ? error.name : typeof error };
  // Such as AADSTS7000215, “invalid client secret”, which Microsoft documents.
  const [entraCode] = /AADSTS\d+/.exec(error.errorMessage) ?? [];
  return { reason: error.errorCode, ...(entraCode !== undefined && { entraCode }) };
}
