import assert from 'node:assert/strict';
import type { Row, RowProblem } from '../../../../src/adapters/directory/import/directory-row.ts';
import { UnreadableFileError } from '../../../../src/adapters/directory/import/import-errors.ts';
import { readCsv } from '../../../../src/adapters/directory/import/read-csv.ts';
import { readProviders } from '../../../../src/adapters/directory/import/read-providers.ts';
import type { Provider } from '../../../../src/domain/providers/provider.ts';
import {
  csv,
  csvRow,
  goodRecord,
  header,
  readAll,
  writtenFile,
} from '../../../support/files/directory-files.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';

describe('A CSV directory file', () => {
  const folder = temporaryFolder();
  const read = async (content: string | Uint8Array) =>
    readAll(await writtenFile(folder(), 'providers.csv', content));
  const readUntilRefused = async (content: string | Uint8Array) => {
    const providers: Provider[] = [];
    const problems: RowProblem[] = [];
    try {
      for await (const row of readProviders(await writtenFile(folder(), 'providers.csv', content))) {
        if ('problems' in row) problems.push(...row.problems);
        else providers.push(row.provider);
      }
    } catch (error) {
      assert.ok(error instanceof UnreadableFileError);
      const refused = error.problems.map(({ line, column = '', reason }) => `${line} ${column} ${reason}`);
      return { providers, problems, refused };
    }
    return assert.fail('the file was read to its end');
  };
  const refusal = async (content: string | Uint8Array) => (await readUntilRefused(content)).refused;

  it('holds a provider a row, with several values between semicolons', async () => {
    assert.deepEqual(await read(csv(csvRow())), { providers: [goodRecord], problems: [] });
  });

  it('is the same with a BOM, with CRLF or CR at the end of lines, and without an end to its last line', async () => {
    const text = csv(csvRow(), csvRow({ id: 'b-1' }));
    const expected = await read(text);
    for (const variant of [
      `\ufeff${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.trimEnd(),
      `\ufeff${text.replace('\n', '\r\n')}`,
    ]) {
      assert.deepEqual(await read(variant), expected);
    }
  });

  it('may have its columns in any order, and a logo', async () => {
    const columns = [...header.split(',').reverse(), 'logo'].join(',');
    const row = [...csvRow().split(',').reverse(), 'https://contoso.example/logo.png'].join(',');
    const { providers } = await read(`${columns}\n${row}\n`);
    assert.deepEqual(providers, [{ ...goodRecord, logo: 'https://contoso.example/logo.png' }]);
  });

  it('has commas, quotes and line ends within quotes', async () => {
    const { providers } = await read(
      csv(csvRow({ name: '"Contoso, ""Lyon"""', description: '"One\r\n\r\nThree, four"' })),
    );
    assert.equal(providers[0]?.name, 'Contoso, "Lyon"');
    assert.equal(providers[0].description, 'One\n\nThree, four');
  });

  it('trims values, passes over empty and repeated ones, and leaves empty fields out', async () => {
    const changes = {
      name: '  Contoso ',
      website: '',
      phone: ' ',
      description: '',
      services: ' Consulting ;;Licensing; Consulting;',
    };
    const { providers } = await read(csv(csvRow(changes)));
    assert.equal(providers[0]?.name, 'Contoso');
    assert.equal(providers[0].description, '');
    assert.deepEqual(providers[0].services, ['Consulting', 'Licensing']);
    assert.ok(!('website' in providers[0]) && !('phone' in providers[0]));
  });

  it('brings accents, the case of countries and GUIDs, and international domains to one form', async () => {
    const { providers } = await read(
      csv(
        csvRow({
          id: 'ABCDEF00-0000-4000-8000-000000000001',
          city: 'Montre\u0301al',
          country: 'ca',
          email: 'a@société.example',
        }),
      ),
    );
    assert.equal(providers[0]?.id, 'abcdef00-0000-4000-8000-000000000001');
    assert.equal(providers[0].city, 'Montr\u00e9al');
    assert.equal(providers[0].country, 'CA');
    assert.equal(providers[0].email, 'a@xn--socit-esab.example');
  });

  it('counts lines as an editor does, also behind empty rows and fields of several lines', async () => {
    const bad = csvRow({ country: 'XX' });
    for (const end of ['\n', '\r\n']) {
      const text = csv(
        csvRow({ description: '"a\nb\nc"' }),
        '',
        ',,,,,,,,,,,,,,',
        bad,
        csvRow({ description: '"d\ne"', country: 'XX' }),
        bad,
      );
      const { problems } = await read(text.replaceAll('\n', end));
      assert.deepEqual(
        problems.map(({ line }) => line),
        [7, 8, 10],
      );
    }
  });

  it('names what its header misses, has twice, or should not have', async () => {
    assert.deepEqual(
      await refusal(`${header.replace('email,', '').replace('city', 'country')},Size\n${csvRow()}\n`),
      [
        '1 email is missing from the header',
        '1 city is missing from the header',
        '1 country is in the header twice',
        '1 Size is not a column of a provider directory',
      ],
    );
  });

  it('must be a text with a header', async () => {
    assert.deepEqual(await refusal(''), ['1  the file is empty']);
    assert.deepEqual(await refusal('\n\n'), ['1  the file has no header']);
    assert.deepEqual(await refusal(Buffer.from(header, 'utf16le')), [
      '1  the file is no text, or UTF-16 without its mark; save it as CSV UTF-8',
    ]);
    assert.deepEqual(await refusal('PK\u0003\u0004…'), [
      '1  the file is a workbook or an archive; save it as CSV UTF-8',
    ]);
  });

  it('reports rows with fields too few or too many', async () => {
    const { providers, problems } = await read(csv('a,b', csvRow(), `${csvRow()},more`));
    assert.deepEqual(problems, [
      { line: 2, reason: 'the row has 2 fields, the header 15' },
      {
        line: 4,
        reason:
          'the row has 16 fields, the header 15; a field with the character between the columns in it must be in quotes',
      },
    ]);
    assert.equal(providers.length, 1);
  });

  it('is given up at a misplaced quote, with its line, once the rows before it were read', async () => {
    for (const name of ['Con"toso', '"Contoso" Ltd']) {
      const rows = [csvRow(), csvRow({ country: 'XX' }), csvRow({ description: '"a\nb"' }), csvRow({ name })];
      const { providers, problems, refused } = await readUntilRefused(
        csv(...rows, csvRow({ city: 'Paris' })),
      );
      assert.deepEqual(
        providers.map(({ city }) => city),
        ['Lyon', 'Lyon'],
      );
      assert.deepEqual(
        problems.map(({ line, column }) => [line, column]),
        [[3, 'country']],
      );
      assert.deepEqual(refused, [
        '6  a quote stands in the middle of a field; put the field in quotes and write "" for each quote in it; ' +
          'what follows was not checked',
      ]);
    }
  });

  it('is given up at the row whose quote is never closed', async () => {
    const rows = csv(csvRow(), csvRow({ name: '"Contoso' }), csvRow());
    const { providers, refused } = await readUntilRefused(rows);
    assert.equal(providers.length, 1);
    assert.deepEqual(refused, [
      '3  a quote is opened in this row and never closed; what follows was not checked',
    ]);
  });

  it('is given up where a quote stays open over megabytes', async () => {
    const rest = `${csvRow().replace('hello', 'x'.repeat(1000))}\n`.repeat(8000);
    const [reason] = await refusal(csv(csvRow(), `"${csvRow()}`) + rest);
    assert.match(reason ?? '', /^3 {2}a quote is opened in this row/);
  });

  it('reports bytes that are not UTF-8', async () => {
    const { problems } = await read(Buffer.from(csv(csvRow({ city: 'Montréal' })), 'latin1'));
    assert.deepEqual(problems, [
      {
        line: 2,
        column: 'city',
        reason: 'is not valid UTF-8: save the file as CSV UTF-8',
        found: 'Montr\ufffdal',
      },
    ]);
  });

  it('says which column has values and no name', async () => {
    const { providers, problems } = await read(`${header},,\n${csvRow()},,\n${csvRow()},,?\n${csvRow()}\n`);
    assert.deepEqual(problems, [
      {
        line: 3,
        column: '17 (Q)',
        reason: 'holds a value but has no name in the header: name it there, or empty it',
        found: '?',
      },
    ]);
    assert.equal(providers.length, 2);
  });

  it('may leave out the fields at the end of a row that may be empty, as Excel does', async () => {
    const { providers, problems } = await read(`${header},logo\n${csvRow()},\n${csvRow()}\n`);
    assert.deepEqual(problems, []);
    assert.equal(providers.length, 2);
  });

  it('is read with quotes that a word processor made curly, and with another dash in a size', async () => {
    const row = csvRow({
      name: '“Contoso Lyon”',
      services: '“Consulting;Licensing”',
      organizationSizes: '1–9;10 - 50',
    });
    assert.deepEqual((await read(csv(row))).providers, [goodRecord]);
    const { problems } = await read(csv(csvRow({ name: '“Contoso, Lyon”' })));
    assert.equal(
      problems[0]?.reason,
      'the row has 16 fields, the header 15; only straight quotes (") hold a field together',
    );
  });

  it('has separators of thousands in sizes taken out', async () => {
    for (const organizationSizes of [
      '1001-5000;5001+',
      '1.001-5.000;5.001+',
      '1 001 - 5 000;5 001 +',
      '1’001-5’000;5’001+',
    ])
      assert.deepEqual((await read(csv(csvRow({ organizationSizes })))).providers[0]?.organizationSizes, [
        '1001-5000',
        '5001+',
      ]);
  });

  it('keeps an apostrophe that belongs to a name', async () => {
    const { providers } = await read(csv(csvRow({ city: "'s-Hertogenbosch", name: '’t Hart' })));
    assert.deepEqual([providers[0]?.city, providers[0]?.name], ["'s-Hertogenbosch", '’t Hart']);
  });

  it('is read at any size of its pieces', async () => {
    const text = csv(csvRow({ phone: '="0033199001234"' }), csvRow({ name: '"a ="' }));
    const whole = await read(text);
    assert.equal(whole.providers[0]?.phone, '0033199001234');
    for (const size of [1, 2, 3, 7]) {
      const rows: Row[] = [];
      for await (const row of readCsv(piecesOf(Buffer.from(text), size))) rows.push(row);
      assert.deepEqual(
        rows.map((row) => 'fields' in row && [row.fields['phone'], row.fields['name']]),
        [
          ['0033199001234', 'Contoso Lyon'],
          ['+33 4 65 71 12 34', 'a ='],
        ],
      );
    }
  });
});

// eslint-disable-next-line @typescript-eslint/require-await -- a stream in pieces
async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
