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

/** How long one request may take; Teams waits 15 s for the whole turn. Milliseconds, as all of these. */
const deadline = 5_000;
/** A token that is handed out must still be good when it arrives. */
const margin = 60_000;
const shortestPause = 1_000;
const maxPause = 30_000;

/**
 * Keeps a token for each scope, and asks for the next when half of its time has passed: whoever issues them may be away for
 * the other half before anyone notices. There is one request at a time, however many turns wait for it. After a failure
 * nobody is asked for a second, then two, up to half a minute; turns that cannot do without a token are told so at once.
 */
export function cachedTokens(options: TokenCacheOptions): TokenSource {
  const scopes = new Map<string, () => Promise<string>>();
  return {
    token(scope) {
      const known = scopes.get(scope);
      if (known !== undefined) return known();
      const made = cachedToken(scope, options);
      scopes.set(scope, made);
      return made();
    },
  };
}

function cachedToken(scope: string, { issue, clock, timer, log }: TokenCacheOptions): () => Promise<string> {
  let kept: (IssuedToken & { readonly renewAt: number }) | undefined;
  let renewal: Promise<string> | undefined;
  let failures = 0;
  let pauseEnds = 0;

  const now = () => millisecondsOf(clock.now());

  async function ask(): Promise<string> {
    const abort = new AbortController();
    const cancel = timer.after(deadline, () => {
      abort.abort();
    });
    try {
      const issued = await issue(scope, abort.signal);
      kept = { ...issued, renewAt: (now() + issued.expiresAt) / 2 };
      if (failures > 0) log.info({ scope }, 'tokens can be had again');
      failures = 0;
      return issued.token;
    } catch (error) {
      const pause = Math.min(shortestPause * 2 ** failures, maxPause);
      failures += 1;
      pauseEnds = now() + pause;
      const consequence = isGood()
        ? 'the one before is still good'
        : 'nothing can be posted until there is one';
      log.error({ scope, failures, ...tokenFailure(error) }, `no token could be had; ${consequence}`);
      throw new TokenUnavailable(scope);
    } finally {
      cancel();
    }
  }

  function renew(): Promise<string> {
    if (renewal === undefined && failures > 0 && now() < pauseEnds) {
      return Promise.reject(new TokenUnavailable(scope));
    }
    renewal ??= ask().finally(() => {
      renewal = undefined;
    });
    return renewal;
  }

  function isGood(): boolean {
    return kept !== undefined && now() < kept.expiresAt - margin;
  }

  return () => {
    if (kept === undefined || !isGood()) return renew();
    // What goes wrong is in the log, and the token at hand will do.
    if (now() >= kept.renewAt) renew().catch(() => undefined);
    return Promise.resolve(kept.token);
  };
}
