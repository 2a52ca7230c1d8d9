import { AuthError } from '@azure/msal-node';

/** What the log may know of why there is no token: codes alone, since messages name the bot's registration and its tenant. */
export function tokenFailure(error: unknown): { readonly reason: string; readonly entraCode?: string } {
  if (!(error instanceof AuthError)) return { reason: error instanceof Error ? error.name : typeof error };
  // Such as AADSTS7000215, “invalid client secret”, which Microsoft documents.
  const [entraCode] = /AADSTS\d+/.exec(error.errorMessage) ?? [];
  return { reason: error.errorCode, ...(entraCode !== undefined && { entraCode }) };
}
