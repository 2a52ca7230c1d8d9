import { AuthError, type AuthenticationResult } from '@azure/msal-node';

/** The token in MSAL's result. @throws AuthError if there is none */
export function issuedToken(result: AuthenticationResult | null): IssuedToken {
  if (result === null || result.accessToken === '' || result.expiresOn === null) {
    throw new AuthError('no_token', '');
  }
  return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
}

/** A token as the issuer returned it. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Requests a new token on every call; caches nothing.
 * @param scope such as `https://api.botframework.com/.default`
 * @param signal cancels the request
 * @param claims what the token must also hold, as the service that refused the last one says; JSON
 */
export type IssueToken = (scope: string, signal: AbortSignal, claims?: string) => Promise<IssuedToken>;

/** Why there is no token, for the log: codes only, because messages name the bot's registration and tenant. */
export function tokenFailure(error: unknown): { readonly reason: string; readonly entraCode?: string } {
  if (!(error instanceof AuthError)) return { reason: error instanceof Error ? error.name : typeof error };
  // Documented by Microsoft, such as AADSTS7000215, “invalid client secret”.
  const [entraCode] = /AADSTS\d+/.exec(error.errorMessage) ?? [];
  return { reason: error.errorCode, ...(entraCode !== undefined && { entraCode }) };
}
