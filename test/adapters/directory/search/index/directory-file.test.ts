import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DirectoryFile } from '../../../../../src/adapters/directory/search/index/directory-file.ts';
import { temporaryFolder } from '../../../../support/files/temporary-folder.ts';

const texts = [
  '{"name":"Contoso"}',
  '{"name":"Über Beratung, São Paulo"}',
  `{"name":"${'x'.repeat(3 << 20)}"}`,
];

describe('The file of a directory', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'providers.jsonl');

  for (const [title, maxSizeInMemory] of [
    ['held in memory', Infinity],
    ['read from the disk', 0],
  ] as const) {
    it(`has the same lines when it is ${title}`, () => {
      writeFileSync(path(), `${texts[0]}\n\n${texts[1]}\n${texts[2]}`);
      const file = new DirectoryFile(path(), maxSizeInMemory);
      const lines = [...file.lines()];
      assert.deepEqual(
        lines.map(({ number }) => number),
        [1, 3, 4],
      );
      for (const [index, { text, offset, length }] of lines.entries()) {
        assert.equal(text, texts[index]);
        assert.equal(file.read(offset, length), texts[index]);
      }
      file.close();
    });
  }

  it('does not need the disk once it is held in memory', () => {
    writeFileSync(path(), `${texts[0]}\n`);
    const file = new DirectoryFile(path());
    file.close();
    writeFileSync(path(), '');
    assert.equal(file.read(0, 18), texts[0]);
  });
});
