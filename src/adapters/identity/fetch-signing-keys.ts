import { z } from 'zod';

/** A key that channels sign with, and the channels that may use it. */
const jwk = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  endorsements: z.array(z.string()).default([]),
});

export type EndorsedKey = z.infer<typeof jwk>;

const httpsAddress = z.url({ protocol: /^https$/ });
const metadataSchema = z.object({ jwks_uri: httpsAddress });
const keysSchema = z.object({ keys: z.array(jwk) });

/** How long the two requests may take together; milliseconds. */
const deadline = 5_000;

/**
 * Gets the keys that the OpenID metadata at this address leads to.
 * @param metadataUrl such as `https://login.botframework.com/v1/.well-known/openidconfiguration`
 * @throws Error where they cannot be had, or are not keys
 */
export async function fetchSigningKeys(metadataUrl: string): Promise<readonly EndorsedKey[]> {
  const signal = AbortSignal.timeout(deadline);
  const metadata = metadataSchema.parse(await fetchJson(metadataUrl, signal));
  return keysSchema.parse(await fetchJson(metadata.jwks_uri, signal)).keys;
}

async function fetchJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
