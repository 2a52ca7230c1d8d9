/**
 * The claims that Graph wants a token to hold, in JSON, as a refusal of the present one says: continuous access
 * evaluation. Source: Microsoft identity platform, “Claims challenges, claims requests and client capabilities”.
 * @param header `WWW-Authenticate` of a 401
 * @returns undefined if it is no such refusal
 */
export function claimsIn(header: string | undefined): string | undefined {
  if (header === undefined || !/\berror="?insufficient_claims"?/i.test(header)) return undefined;
  const [, encoded] = /\bclaims="?([\w+/=-]{1,8192})"?/i.exec(header) ?? [];
  if (encoded === undefined) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(claims);
    return typeof value === 'object' && value !== null ? claims : undefined;
  } catch {
    return undefined;
  }
}
