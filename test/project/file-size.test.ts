import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../../src');

describe('the files of src', () => {
  const sizes = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, lines: readFileSync(join(source, name), 'utf8').split('\n').length - 1 }))
    .sort((one, other) => one.lines - other.lines);

  it('are short: half of them have 60 lines or fewer', () => {
    const median = sizes[Math.floor(sizes.length / 2)];
    assert.ok(median !== undefined && median.lines <= 60, JSON.stringify(median));
  });
});
