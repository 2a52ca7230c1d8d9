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
  /** What cannot be done without a token, for the log. */
  readonly consequence?: string;
}

/** Tokens that a service may refuse before they expire, because something about the caller changed. */
export interface RenewableTokens extends TokenSource {
  /**
   * A token instead of one that was refused, unless another caller has renewed it.
   * @param claims what the service wants a token to hold; JSON. Undefined: nothing else than a new one
   * @throws TokenUnavailable
   */
  renew(scope: string, refused: string, claims?: string): Promise<string>;
  /** Renews a token in the background at its next use, unless it is new: what it grants may have changed. */
  outdate(scope: string): void;
}

/** For one request; Teams waits 15 s for the whole turn. These constants are in milliseconds. */
const timeout = 5_000;
/** A returned token must still be valid when it arrives. */
const margin = 60_000;
const minPause = 1_000;
const maxPause = 30_000;
/** A token this old may lack what was granted since. */
const oldAge = 5 * 60_000;

/**
 * Caches a token per scope and renews it in the background after half its lifetime, so that an issuer outage of up to
 * the other half goes unnoticed. Concurrent callers share one request. After a failure requests back off exponentially
 * from 1 to 30 s; meanwhile callers without a valid token fail immediately.
 */
export function cachedTokens(options: TokenCacheOptions): RenewableTokens {
  const scopes = new Map<string, CachedToken>();
  const at = (scope: string): CachedToken => {
    const cached = scopes.get(scope) ?? cachedToken(scope, options);
    scopes.set(scope, cached);
    return cached;
  };
  return {
    token: (scope) => at(scope).token(),
    renew: (scope, refused, claims) => at(scope).renew(refused, claims),
    outdate: (scope) => {
      at(scope).outdate();
    },
  };
}

interface CachedToken {
  token(): Promise<string>;
  renew(refused: string, claims?: string): Promise<string>;
  outdate(): void;
}

function cachedToken(scope: string, options: TokenCacheOptions): CachedToken {
  const { issue, clock, timer, log, consequence = 'nothing can be posted without one' } = options;
  let cached: (IssuedToken & { readonly issuedAt: number; readonly renewAt: number }) | undefined;
  let renewal: Promise<string> | undefined;
  let failures = 0;
  let code = '';
  let pausedUntil = 0;

  const now = () => millisecondsOf(clock.now());

  async function request(claims?: string): Promise<string> {
    const abort = new AbortController();
    const cancel = timer.after(timeout, () => {
      abort.abort();
    });
    try {
      const issued = await issue(scope, abort.signal, claims);
      cached = { ...issued, issuedAt: now(), renewAt: (now() + issued.expiresAt) / 2 };
      if (failures > 0) log.info({ scope }, 'tokens are available again');
      failures = 0;
      return issued.token;
    } catch (error) {
      const pause = Math.min(minPause * 2 ** failures, maxPause);
      failures += 1;
      pausedUntil = now() + pause;
      const failure = tokenFailure(error);
      code = failure.entraCode ?? failure.reason;
      const left = isValid() ? 'the cached one is still valid' : consequence;
      log.error({ scope, failures, ...failure }, `could not get a token; ${left}`);
      throw new TokenUnavailable(scope, code);
    } finally {
      cancel();
    }
  }

  function renew(claims?: string): Promise<string> {
    if (renewal === undefined && failures > 0 && now() < pausedUntil) {
      return Promise.reject(new TokenUnavailable(scope, code));
    }
    renewal ??= request(claims).finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  function isValid(): boolean {
    return cached !== undefined && now() < cached.expiresAt - margin;
  }

  function token(): Promise<string> {
    if (cached === undefined || !isValid()) return renew();
    // Failures are logged, and the cached token is still valid.
    if (now() >= cached.renewAt) renew().catch(() => undefined);
    return Promise.resolve(cached.token);
  }

  return {
    token,
    renew(refused, claims) {
      if (cached !== undefined && cached.token !== refused) return token();
      cached = undefined;
      return renew(claims);
    },
    outdate() {
      if (cached !== undefined && now() - cached.issuedAt >= oldAge) cached = { ...cached, renewAt: now() };
    },
  };
}
