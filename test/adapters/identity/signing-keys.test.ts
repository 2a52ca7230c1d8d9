import assert from 'node:assert/strict';
import { type EndorsedKey, signingKeys } from '../../../src/adapters/identity/signing-keys.ts';
import { ChannelKeysUnavailable, TokenRefused } from '../../../src/application/ports/tokens.ts';
import { monday } from '../../support/examples/contact-examples.ts';
import { movingTime } from '../../support/ports/moving-time.ts';
import { recordedLog } from '../../support/ports/recorded-log.ts';

const hour = 3_600_000;

function setUp() {
  const time = movingTime(monday);
  const state = { fetches: 0, failing: false, keys: ['first'] };
  const keys = signingKeys({
    fetchKeys: () => {
      state.fetches += 1;
      if (state.failing) return Promise.reject(new Error('status 503'));
      return Promise.resolve(state.keys.map(keyNamed));
    },
    clock: time.clock,
    log: recordedLog(),
  });
  const isKnown = async (id: string): Promise<boolean> => {
    try {
      await keys.find(id);
      return true;
    } catch (error) {
      assert.ok(error instanceof TokenRefused);
      return false;
    }
  };
  return { time, state, keys, isKnown };
}

function keyNamed(kid: string): EndorsedKey {
  return { kty: 'RSA', kid, endorsements: ['msteams'], n: 'AQAB', e: 'AQAB' };
}

describe('Channel signing keys', () => {
  it('are fetched once for concurrent callers, and cached', async () => {
    const { state, keys } = setUp();
    await Promise.all(Array.from({ length: 50 }, () => keys.find('first')));
    assert.deepEqual((await keys.find('first')).endorsements, ['msteams']);
    assert.equal(state.fetches, 1);
  });

  it('are fetched again when a token names an unknown key, but not for every such token', async () => {
    const { time, state, isKnown } = setUp();
    assert.equal(await isKnown('first'), true);
    state.keys = ['second'];
    for (let times = 0; times < 100; times += 1) assert.equal(await isKnown('second'), false);
    assert.equal(state.fetches, 1);
    await time.pass(5_000);
    assert.equal(await isKnown('second'), true);
    assert.equal(await isKnown('first'), false);
    assert.equal(state.fetches, 2);
  });

  it('are refreshed every hour in the background', async () => {
    const { time, state, isKnown } = setUp();
    await isKnown('first');
    state.keys = ['second'];
    await time.pass(hour + 1);
    assert.equal(await isKnown('first'), true);
    await time.settle();
    assert.equal(await isKnown('first'), false);
  });

  it('are used for up to a day while they cannot be refreshed', async () => {
    const { time, state, keys, isKnown } = setUp();
    await isKnown('first');
    state.failing = true;
    await time.pass(23 * hour);
    assert.equal(await isKnown('first'), true);
    assert.equal(await isKnown('second'), false);
    await time.pass(2 * hour);
    await assert.rejects(keys.find('first'), ChannelKeysUnavailable);
    state.failing = false;
    await time.pass(5_000);
    assert.equal(await isKnown('first'), true);
  });

  it('are fetched ahead of the first token, every few minutes, and until that works', async () => {
    const { time, state, keys } = setUp();
    state.failing = true;
    assert.equal(await keys.refresh(), false);
    state.failing = false;
    assert.equal(await keys.refresh(), false);
    assert.equal(state.fetches, 1);
    await time.pass(5_000);
    assert.equal(await keys.refresh(), true);
    for (let times = 0; times < 10; times += 1) assert.equal(await keys.refresh(), true);
    assert.equal(state.fetches, 2);
    state.failing = true;
    await time.pass(5 * 60_000 + 1);
    assert.equal(await keys.refresh(), false);
  });

  it('that cannot be fetched are not requested again for every incoming token', async () => {
    const { state, keys } = setUp();
    state.failing = true;
    for (let times = 0; times < 100; times += 1) {
      await assert.rejects(keys.find('first'), ChannelKeysUnavailable);
    }
    assert.equal(state.fetches, 1);
  });
});
