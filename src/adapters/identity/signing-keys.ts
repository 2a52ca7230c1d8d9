// Not jose's `createRemoteJWKSet` (6.2, tried against the same tests): its cooldown counts from the last success only, so that
// while the endpoint is down every token with an unknown key sends a request (100 tokens: 100 requests); a token without a key
// id gets the only key there is; nothing is renewed until the whole set expires, which is then waited for; and its age is
// measured by the system's clock. Endorsements, the deadline and refusing redirects would do.

import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import { ChannelKeysUnavailable, TokenRefused } from '../../application/ports/tokens.ts';
import { millisecondsOf } from '../../domain/instant.ts';

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

interface SigningKeysOptions {
  readonly fetchKeys: () => Promise<readonly EndorsedKey[]>;
  readonly clock: Clock;
  readonly log: Log;
}

interface SigningKey {
  readonly check: JWTVerifyGetKey;
  /** The channels that the key may speak for. */
  readonly endorsements: readonly string[];
}

/** The keys that channels sign with, by the id that a token names. */
export interface SigningKeys {
  /**
   * @throws TokenRefused where no channel has such a key
   * @throws ChannelKeysUnavailable where nobody can say now
   */
  find(keyId: string | undefined): Promise<SigningKey>;
}

const second = 1_000;
const hour = 3_600 * second;
/** A token with an unknown key has the keys fetched anew, for it may be signed with a new one; but not more often than so. */
const cooldown = 5 * second;

/**
 * Keeps the keys for an hour. Where they cannot be had anew, those at hand serve for a day, which is as long as Microsoft allows.
 * Source: Bot Connector authentication, “Refresh the list of valid signing keys”.
 */
export function signingKeys({ fetchKeys, clock, log }: SigningKeysOptions): SigningKeys {
  let kept: { readonly keys: readonly EndorsedKey[]; readonly at: number } | undefined;
  let fetching: Promise<void> | undefined;
  let lastTried = -Infinity;

  const now = () => millisecondsOf(clock.now());

  async function fetchOnce(): Promise<void> {
    lastTried = now();
    try {
      kept = { keys: await fetchKeys(), at: now() };
    } catch (error) {
      const reason = error instanceof Error ? error.message : typeof error;
      log.error({ reason }, 'the keys that channels sign with could not be had');
    }
  }

  /** Never throws: what is at hand tells whether it went well. */
  async function fetchUnlessJustTried(): Promise<void> {
    if (fetching === undefined && now() - lastTried < cooldown) return;
    fetching ??= fetchOnce().finally(() => {
      fetching = undefined;
    });
    await fetching;
  }

  return {
    async find(keyId) {
      const age = kept === undefined ? Infinity : now() - kept.at;
      if (age > 24 * hour) await fetchUnlessJustTried();
      else if (age > hour) void fetchUnlessJustTried();
      if (kept === undefined || now() - kept.at > 24 * hour) throw new ChannelKeysUnavailable();
      if (keyNamed(keyId, kept.keys) === undefined) await fetchUnlessJustTried();
      const key = keyNamed(keyId, kept.keys);
      if (key === undefined) throw new TokenRefused('unknown key');
      return { check: createLocalJWKSet({ keys: [key] }), endorsements: key.endorsements };
    },
  };
}

function keyNamed(id: string | undefined, keys: readonly EndorsedKey[]): EndorsedKey | undefined {
  return keys.find(({ kid }) => kid === id);
}
