import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { showProgress } from '../../../src/cli/directory/progress.ts';

describe('The progress of an import', () => {
  function written(terminal: boolean): string {
    const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
    const progress = showProgress(200, stream);
    progress.advance(100);
    progress.say('line 2: bad');
    progress.advance(50);
    progress.say('line 3: bad');
    progress.end();
    return stripVTControlCharacters(String(stream.read()));
  }

  it('is what it says, where nobody watches', () => {
    assert.equal(written(false), 'line 2: bad\nline 3: bad\n');
  });

  it('is a bar under what it says, on a terminal', () => {
    const text = written(true);
    assert.match(text, /line 2: bad\nline 3: bad\n/);
    assert.match(text, /75%/);
  });
});
