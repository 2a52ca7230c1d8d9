import assert from 'node:assert/strict';
import { AuthError } from '@azure/msal-node';
import type { IssuedToken } from '../../../src/adapters/identity/issued-token.ts';
import { cachedTokens } from '../../../src/adapters/identity/token-cache.ts';
import { TokenUnavailable } from '../../../src/application/ports/tokens.ts';
import { millisecondsOf } from '../../../src/domain/instant.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const minute = 60_000;
const scope = 'https://api.example/.default';

/** Tokens valid for an hour, from an issuer that a test can make fail or hang. */
function setUp() {
  const time = movingTime(monday);
  const log = recordedLog();
  const state = {
    asked: [] as string[],
    claims: [] as (string | undefined)[],
    failing: false,
    silent: false,
  };
  const tokens = cachedTokens({
    issue: (of, signal, claims) => {
      state.asked.push(of);
      state.claims.push(claims);
      if (state.silent) return untilAborted(signal);
      if (state.failing) return Promise.reject(new AuthError('invalid_client', '', 'AADSTS7000215: no'));
      const token = `token ${state.asked.length}`;
      return Promise.resolve({ token, expiresAt: millisecondsOf(time.clock.now()) + 60 * minute });
    },
    clock: time.clock,
    timer: time.timer,
    log,
  });
  return { time, log, state, tokens, ask: () => tokens.token(scope) };
}

function untilAborted(signal: AbortSignal): Promise<IssuedToken> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new AuthError('timeout', ''));
    });
  });
}

describe('The token cache', () => {
  it('requests a token once for concurrent callers, and keeps it for the next', async () => {
    const { state, ask } = setUp();
    const many = await Promise.all(Array.from({ length: 50 }, ask));
    assert.deepEqual(new Set([...many, await ask()]), new Set(['token 1']));
    assert.deepEqual(state.asked, [scope]);
  });

  it('has one token for each scope', async () => {
    const { tokens, ask } = setUp();
    assert.notEqual(await ask(), await tokens.token('https://graph.example/.default'));
  });

  it('renews a token after half its lifetime, in the background', async () => {
    const { time, ask } = setUp();
    await ask();
    await time.pass(29 * minute);
    assert.equal(await ask(), 'token 1');
    await time.pass(2 * minute);
    assert.equal(await ask(), 'token 1');
    await time.settle();
    assert.equal(await ask(), 'token 2');
  });

  it('returns a token until a minute before its expiry while it cannot be renewed', async () => {
    const { time, state, ask, log } = setUp();
    await ask();
    state.failing = true;
    await time.pass(58 * minute);
    assert.equal(await ask(), 'token 1');
    await time.settle();
    assert.deepEqual(log.lines, ['error could not get a token; the cached one is still valid']);
    await time.pass(2 * minute);
    await assert.rejects(ask(), TokenUnavailable);
  });

  it('gives up a request after five seconds', async () => {
    const { time, state, ask, log } = setUp();
    state.silent = true;
    const refusal = assert.rejects(ask(), TokenUnavailable);
    await time.pass(5_000);
    await refusal;
    assert.deepEqual(log.lines, ['error could not get a token; nothing can be posted without one']);
  });

  it('backs off after a failure, longer each time', async () => {
    const { time, state, ask } = setUp();
    state.failing = true;
    const askedAt: number[] = [];
    for (let second = 0; second <= 100; second += 1) {
      const before = state.asked.length;
      await assert.rejects(ask(), TokenUnavailable);
      if (state.asked.length > before) askedAt.push(second);
      await time.pass(1_000);
    }
    assert.deepEqual(askedAt, [0, 1, 3, 7, 15, 31, 61, 91]);
  });

  it('recovers as soon as the issuer does, and logs it', async () => {
    const { time, state, ask, log } = setUp();
    state.failing = true;
    await assert.rejects(ask());
    state.failing = false;
    await time.pass(1_000);
    assert.equal(await ask(), 'token 2');
    assert.equal(log.lines.at(-1), 'info tokens are available again');
  });

  it('logs why there is no token, in codes that name nobody', async () => {
    const { state, ask, log } = setUp();
    state.failing = true;
    await assert.rejects(ask());
    assert.match(log.everything(), /"reason":"invalid_client","entraCode":"AADSTS7000215"/);
  });

  describe('replaces a token that was refused', () => {
    it('by one with the claims that the service wants, once for all callers', async () => {
      const { state, tokens, ask } = setUp();
      const refused = await ask();
      const renewed = await Promise.all([1, 2, 3].map(() => tokens.renew(scope, refused, '{"a":1}')));
      assert.deepEqual(new Set([...renewed, await ask()]), new Set(['token 2']));
      assert.equal(await tokens.renew(scope, refused, '{"a":1}'), 'token 2', 'another caller renewed it');
      assert.deepEqual(state.claims, [undefined, '{"a":1}']);
    });

    it('and does not return the refused one when that fails', async () => {
      const { state, tokens, ask } = setUp();
      const refused = await ask();
      state.failing = true;
      const failure = { name: 'TokenUnavailable', code: 'AADSTS7000215' };
      await assert.rejects(tokens.renew(scope, refused, '{}'), failure);
      await assert.rejects(ask(), failure);
      assert.equal(state.asked.length, 2, 'backs off');
    });
  });

  it('renews an outdated token in the background, unless it is new', async () => {
    const { time, state, tokens, ask } = setUp();
    await ask();
    tokens.outdate(scope);
    await ask();
    assert.equal(state.asked.length, 1);
    await time.pass(5 * minute);
    tokens.outdate(scope);
    assert.equal(await ask(), 'token 1');
    await time.settle();
    assert.equal(await ask(), 'token 2');
  });
});
