import type { Clock, Timer } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import { TokenUnavailable, type TokenSource } from '../../application/ports/tokens.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { type IssuedToken, type IssueToken, tokenFailure } from './issued-token.ts';

interface TokenCacheOptions {
  readonly issue: IssueToken;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
}

/** For one request; Teams waits 15 s for the whole turn. These constants are in milliseconds. */
const timeout = 5_000;
/** A returned token must still be valid when it arrives. */
const margin = 60_000;
const minPause = 1_000;
const maxPause = 30_000;

/**
 * Caches a token per scope and renews it in the background after half its lifetime, so that an issuer outage of up to
 * the other half goes unnoticed. Concurrent callers share one request. After a failure requests back off exponentially
 * from 1 to 30 s; meanwhile callers without a valid token fail immediately.
 */
export function cachedTokens(options: TokenCacheOptions): TokenSource {
  const scopes = new Map<string, () => Promise<string>>();
  return {
    token(scope) {
      const existing = scopes.get(scope);
      if (existing !== undefined) return existing();
      const created = cachedToken(scope, options);
      scopes.set(scope, created);
      return created();
    },
  };
}

function cachedToken(scope: string, { issue, clock, timer, log }: TokenCacheOptions): () => Promise<string> {
  let cached: (IssuedToken & { readonly renewAt: number }) | undefined;
  let renewal: Promise<string> | undefined;
  let failures = 0;
  let pausedUntil = 0;

  const now = () => millisecondsOf(clock.now());

  async function request(): Promise<string> {
    const abort = new AbortController();
    const cancel = timer.after(timeout, () => {
      abort.abort();
    });
    try {
      const issued = await issue(scope, abort.signal);
      cached = { ...issued, renewAt: (now() + issued.expiresAt) / 2 };
      if (failures > 0) log.info({ scope }, 'tokens are available again');
      failures = 0;
      return issued.token;
    } catch (error) {
      const pause = Math.min(minPause * 2 ** failures, maxPause);
      failures += 1;
      pausedUntil = now() + pause;
      const consequence = isValid() ? 'the cached one is still valid' : 'nothing can be posted without one';
      log.error({ scope, failures, ...tokenFailure(error) }, `could not get a token; ${consequence}`);
      throw new TokenUnavailable(scope);
    } finally {
      cancel();
    }
  }

  function renew(): Promise<string> {
    if (renewal === undefined && failures > 0 && now() < pausedUntil) {
      return Promise.reject(new TokenUnavailable(scope));
    }
    renewal ??= request().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  function isValid(): boolean {
    return cached !== undefined && now() < cached.expiresAt - margin;
  }

  return () => {
    if (cached === undefined || !isValid()) return renew();
    // Failures are logged, and the cached token is still valid.
    if (now() >= cached.renewAt) renew().catch(() => undefined);
    return Promise.resolve(cached.token);
  };
}
