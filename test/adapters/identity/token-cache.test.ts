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

/** Tokens that are good for an hour, from an issuer that a test can stop. */
function setUp() {
  const time = movingTime(monday);
  const log = recordedLog();
  const state = { asked: [] as string[], failing: false, silent: false };
  const tokens = cachedTokens({
    issue: (of, signal) => {
      state.asked.push(of);
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

describe('Kept tokens', () => {
  it('are asked for once by many, and kept for the next', async () => {
    const { state, ask } = setUp();
    const many = await Promise.all(Array.from({ length: 50 }, ask));
    assert.deepEqual(new Set([...many, await ask()]), new Set(['token 1']));
    assert.deepEqual(state.asked, [scope]);
  });

  it('are one for each scope', async () => {
    const { tokens, ask } = setUp();
    assert.notEqual(await ask(), await tokens.token('https://graph.example/.default'));
  });

  it('are renewed when half of their time has passed, while nobody waits', async () => {
    const { time, ask } = setUp();
    await ask();
    await time.pass(29 * minute);
    assert.equal(await ask(), 'token 1');
    await time.pass(2 * minute);
    assert.equal(await ask(), 'token 1');
    await time.settle();
    assert.equal(await ask(), 'token 2');
  });

  it('serve until a minute before their end where there is no other', async () => {
    const { time, state, ask, log } = setUp();
    await ask();
    state.failing = true;
    await time.pass(58 * minute);
    assert.equal(await ask(), 'token 1');
    await time.settle();
    assert.deepEqual(log.lines, ['error no token could be had; the one before is still good']);
    await time.pass(2 * minute);
    await assert.rejects(ask(), TokenUnavailable);
  });

  it('are waited for five seconds, and no longer', async () => {
    const { time, state, ask, log } = setUp();
    state.silent = true;
    const refusal = assert.rejects(ask(), TokenUnavailable);
    await time.pass(5_000);
    await refusal;
    assert.deepEqual(log.lines, ['error no token could be had; nothing can be posted until there is one']);
  });

  it('are not asked for at once again after a failure, and less and less often', async () => {
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

  it('can be had again as soon as the issuer can, which the log says', async () => {
    const { time, state, ask, log } = setUp();
    state.failing = true;
    await assert.rejects(ask());
    state.failing = false;
    await time.pass(1_000);
    assert.equal(await ask(), 'token 2');
    assert.equal(log.lines.at(-1), 'info tokens can be had again');
  });

  it('have the log say why, in codes that name nobody', async () => {
    const { state, ask, log } = setUp();
    state.failing = true;
    await assert.rejects(ask());
    assert.match(log.everything(), /"reason":"invalid_client","entraCode":"AADSTS7000215"/);
  });
});
