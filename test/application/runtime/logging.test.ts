import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { errorForLog, LoggableError } from '../../../src/application/runtime/logging.ts';
import { DomainError } from '../../../src/domain/domain-error.ts';

describe('an error in the log', () => {
  it('is its kind and where it came from, without its message and its causes', () => {
    const cause = new Error('what Ada wrote');
    const logged = errorForLog(new TypeError('what Megan wrote', { cause }));
    assert.equal(logged['name'], 'TypeError');
    assert.match(JSON.stringify(logged['stack']), /logging\.test\.ts/);
    assert.doesNotMatch(JSON.stringify(logged), /wrote/);
  });

  it('has the code of what a person can do something about', () => {
    assert.equal(errorForLog(new DomainError('store-unavailable', {}))['code'], 'store-unavailable');
  });

  it('has its message where that was written for the log', () => {
    assert.equal(errorForLog(new LoggableError('a.json: not JSON'))['message'], 'a.json: not JSON');
  });

  it('has what the operating system says', async () => {
    const error: unknown = await readFile('/no/such/file').catch((reason: unknown) => reason);
    const { code, message } = errorForLog(error);
    assert.equal(code, 'ENOENT');
    assert.match(String(message), /^ENOENT: no such file/);
  });

  it('is no more than its type where something else was thrown', () => {
    assert.deepEqual(errorForLog('what Megan wrote'), { name: 'string' });
  });
});
