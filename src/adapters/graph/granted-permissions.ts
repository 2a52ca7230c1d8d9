import { decodeJwt } from 'jose';

/**
 * The application permissions that a token holds. Not verified, as only Graph can: for display, never for a decision.
 * @returns undefined if the token does not say
 */
export function grantedPermissions(token: string): ReadonlySet<string> | undefined {
  try {
    const { roles } = decodeJwt(token);
    return Array.isArray(roles) ? new Set(roles.filter((role) => typeof role === 'string')) : undefined;
  } catch {
    return undefined;
  }
}
