import assert from 'node:assert/strict';
import { isLoopback } from '../../src/domain/loopback.ts';

describe('isLoopback', () => {
  for (const host of ['localhost', '127.0.0.1', '127.0.0.53', '127.255.255.254', '::1', '[::1]']) {
    it(`takes ${host} for this machine`, () => {
      assert.equal(isLoopback(host), true);
    });
  }

  for (const host of [
    '',
    '0.0.0.0',
    '10.0.0.1',
    '128.0.0.1',
    '[127.0.0.1]',
    '[::1',
    '::',
    '::ffff:127.0.0.1',
    '127.0.0.1.example.com',
    '127.0.0.1:3978',
    'localhost.example.com',
    'example.com',
  ]) {
    it(`does not take “${host}” for this machine`, () => {
      assert.equal(isLoopback(host), false);
    });
  }
});
