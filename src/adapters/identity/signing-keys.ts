// Why not jose's `createRemoteJWKSet` (6.2, run against the same tests): its cooldown starts at the last success only,
// so while the endpoint is down every token with an unknown key sends a request (100 tokens: 100 requests); a token
// without a key id matches a sole key; keys are not refreshed in the background, so requests block once the set
// expires; and age is measured by the system clock. Endorsements, the timeout and refusing redirects would work.

import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import { ChannelKeysUnavailable, TokenRefused } from '../../application/ports/tokens.ts';
import { millisecondsOf } from '../../domain/instant.ts';

/** A channel signing key, with the channels that may use it. */
const jwk = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  endorsements: z.array(z.string()).default([]),
});

export type EndorsedKey = z.infer<typeof jwk>;

const httpsAddress = z.url({ protocol: /^https$/ });
const metadataSchema = z.object({ jwks_uri: httpsAddress });
const keysSchema = z.object({ keys: z.array(jwk) });

/** For both requests together; milliseconds. */
const timeout = 5_000;

/**
 * Fetches the keys that the OpenID metadata at this address points to.
 * @param metadataUrl such as `https://login.botframework.com/v1/.well-known/openidconfiguration`
 * @throws Error if they cannot be fetched or are malformed
 */
export async function fetchSigningKeys(metadataUrl: string): Promise<readonly EndorsedKey[]> {
  const signal = AbortSignal.timeout(timeout);
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

/** Channel signing keys by key id (`kid`). */
export interface SigningKeys {
  /**
   * @throws TokenRefused if the key is unknown
   * @throws ChannelKeysUnavailable if no key of the last day is cached and none can be fetched
   */
  find(keyId: string | undefined): Promise<SigningKey>;
  /** Fetches the keys unless that was done lately. Never throws. @returns whether the latest attempt worked */
  refresh(): Promise<boolean>;
}

const second = 1_000;
const hour = 3_600 * second;
/** Minimum interval between refreshes, which any token with an unknown key triggers. Milliseconds. */
const cooldown = 5 * second;
/** Interval between refreshes that nobody waits for; milliseconds. */
const refreshInterval = 5 * 60 * second;

/**
 * Caches the keys for an hour. If they cannot be refreshed, stale keys are used for up to a day, the maximum Microsoft
 * allows. Source: Bot Connector authentication, “Refresh the list of valid signing keys”.
 */
export function signingKeys({ fetchKeys, clock, log }: SigningKeysOptions): SigningKeys {
  let cached: { readonly keys: readonly EndorsedKey[]; readonly at: number } | undefined;
  let fetching: Promise<void> | undefined;
  let lastAttempt = -Infinity;

  const now = () => millisecondsOf(clock.now());

  async function fetchOnce(): Promise<void> {
    lastAttempt = now();
    try {
      cached = { keys: await fetchKeys(), at: now() };
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'could not fetch the channel signing keys');
    }
  }

  const isFresh = () => cached !== undefined && cached.at >= lastAttempt;

  /** Never throws; check `cached` for the result. */
  async function fetchUnlessCoolingDown(): Promise<void> {
    if (fetching === undefined && now() - lastAttempt < cooldown) return;
    fetching ??= fetchOnce().finally(() => {
      fetching = undefined;
    });
    await fetching;
  }

  return {
    async refresh() {
      if (!isFresh() || now() - lastAttempt > refreshInterval) await fetchUnlessCoolingDown();
      return isFresh();
    },
    async find(keyId) {
      const age = cached === undefined ? Infinity : now() - cached.at;
      if (age > 24 * hour) await fetchUnlessCoolingDown();
      else if (age > hour) void fetchUnlessCoolingDown();
      if (cached === undefined || now() - cached.at > 24 * hour) throw new ChannelKeysUnavailable();
      if (keyNamed(keyId, cached.keys) === undefined) await fetchUnlessCoolingDown();
      const key = keyNamed(keyId, cached.keys);
      if (key === undefined) throw new TokenRefused('unknown key');
      return { check: createLocalJWKSet({ keys: [key] }), endorsements: key.endorsements };
    },
  };
}

/** `fetch` itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause
    ? `${error.message}: ${String(cause.code)}`
    : error.message;
}

function keyNamed(id: string | undefined, keys: readonly EndorsedKey[]): EndorsedKey | undefined {
  return keys.find(({ kid }) => kid === id);
}
