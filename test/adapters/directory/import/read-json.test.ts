import assert from 'node:assert/strict';
import { UnreadableFileError } from '../../../../src/adapters/directory/import/import-errors.ts';
import { goodRecord, readAll, writtenFile } from '../../../support/files/directory-files.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';

describe('A JSON directory file', () => {
  const folder = temporaryFolder();
  const read = async (content: string) => readAll(await writtenFile(folder(), 'providers.json', content));
  const second = { ...goodRecord, id: 'b-1', name: 'Brackets ]}[{ and "quotes" \\' };

  it('holds an array of providers, on one line or many, with or without a BOM', async () => {
    const expected = { providers: [goodRecord, second], problems: [] };
    for (const indent of [0, 2]) {
      assert.deepEqual(await read(JSON.stringify([goodRecord, second], null, indent)), expected);
      assert.deepEqual(
        await read(`\ufeff\n${JSON.stringify([goodRecord, second], null, indent)}\n`),
        expected,
      );
    }
  });

  it('holds one provider a line, with empty lines between them', async () => {
    const lines = `${JSON.stringify(goodRecord)}\r\n\r\n${JSON.stringify(second)}`;
    assert.deepEqual(await read(lines), { providers: [goodRecord, second], problems: [] });
  });

  it('is read in pieces: no array need fit in memory', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ ...second, id: `p-${index}` }));
    const { providers, problems } = await read(JSON.stringify(many, null, 1));
    assert.deepEqual(problems, []);
    assert.deepEqual(providers, many);
  });

  it('may leave out what may be empty', async () => {
    const { id, name, email, country, city, functions } = goodRecord;
    const { providers } = await read(
      JSON.stringify([{ id, name, email, country, city, functions, phone: null, website: '' }]),
    );
    assert.deepEqual(providers, [
      {
        ...{ id, name, email, country, city, functions, description: '' },
        ...{
          services: [],
          products: [],
          industries: [],
          organizationSizes: [],
          designations: [],
          languages: [],
        },
      },
    ]);
  });

  it('names the line on which a bad provider begins, and its field', async () => {
    const text = [
      '[',
      `${JSON.stringify(goodRecord)},`,
      '',
      '{"id": "x-1",',
      '"email": 5, "services": "Consulting", "colour": "red"},',
      '7,',
      '{oops},',
      `${JSON.stringify(second)}]`,
    ];
    const { providers, problems } = await read(text.join('\n'));
    assert.equal(providers.length, 2);
    assert.deepEqual(problems, [
      { line: 4, column: 'name', reason: 'is required' },
      { line: 4, column: 'email', reason: 'must be text' },
      { line: 4, column: 'country', reason: 'is required' },
      { line: 4, column: 'city', reason: 'is required' },
      { line: 4, column: 'services', reason: 'must be a list of texts', found: 'Consulting' },
      { line: 4, column: 'functions', reason: 'must hold one value at least' },
      { line: 4, column: 'colour', reason: 'is not a field of a provider' },
      { line: 6, reason: 'the row is not a JSON object' },
      { line: 7, reason: 'the row is not valid JSON' },
    ]);
  });

  it('goes on behind a line that is not valid JSON', async () => {
    const { providers, problems } = await read(
      `${JSON.stringify(goodRecord)}\n{"id":\n${JSON.stringify(second)}\n`,
    );
    assert.equal(providers.length, 2);
    assert.deepEqual(problems, [{ line: 2, reason: 'the row is not valid JSON' }]);
  });

  it('must be an array that ends, and nothing more', async () => {
    const refused: readonly (readonly [string, string])[] = [
      ['[', 'line 1: the file ends before its closing ]'],
      [`[\n${JSON.stringify(goodRecord)},`, 'line 2: the file ends before its closing ]'],
      ['[]\n\n[]', 'line 3: nothing may follow the closing ]'],
      ['{\n "value": []\n}', 'line 1: JSON must be an array of providers, or one provider a line'],
      [`[{"id": "${'x'.repeat(3_000_000)}`, 'line 1: the row does not end; is a bracket left open?'],
      [`{"id": "${'x'.repeat(3_000_000)}`, 'line 1: the line is too long'],
    ];
    for (const [content, message] of refused) {
      await assert.rejects(
        read(content),
        new UnreadableFileError([{ line: Number(message[5]), reason: message.slice(8) }]),
      );
    }
  });
});
