import assert from 'node:assert/strict';
import { parseArguments } from '../../../src/cli/directory/arguments.ts';

describe('The command line of npm run directory', () => {
  it('imports a file, adding to what there is unless told otherwise', () => {
    const plain = { kind: 'import', file: 'x.csv', replace: false, skipBad: false };
    assert.deepEqual(parseArguments(['import', 'x.csv']), plain);
    assert.deepEqual(parseArguments(['import', '--replace', 'x.csv']), { ...plain, replace: true });
    assert.deepEqual(parseArguments(['import', 'x.csv', '--skip-bad']), { ...plain, skipBad: true });
  });

  it('shows help when asked, whatever else is said', () => {
    for (const option of ['--help', '-h'])
      assert.deepEqual(parseArguments(['import', option]), { kind: 'help' });
  });

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ['Say what to do: import FILE.', []],
    ['Name the file to import.', ['import']],
    ['Unknown command: export', ['export', 'x.csv']],
    ['Import one file at a time.', ['import', 'x.csv', 'y.csv']],
    ["Unknown option '--force'", ['import', 'x.csv', '--force']],
    ["Option '--replace' does not take an argument", ['import', 'x.csv', '--replace=yes']],
  ];
  for (const [reason, args] of mistakes) {
    it(`says of “${args.join(' ')}”: ${reason}`, () => {
      const command = parseArguments(args);
      assert.equal(command.kind, 'mistake');
      assert.ok(command.reason.startsWith(reason), command.reason);
    });
  }
});
