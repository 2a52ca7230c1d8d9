import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { UnreadableFileError } from '../../../../src/adapters/directory/import/import-errors.ts';
import { organizationSizes } from '../../../../src/domain/providers/organization-size.ts';
import type { Provider } from '../../../../src/domain/providers/provider.ts';
import { goodFields, header, readAll, writtenFile } from '../../../support/files/directory-files.ts';
import { temporaryFolder } from '../../../support/files/temporary-folder.ts';

const columns = header.split(',') as readonly (keyof typeof goodFields)[];
const lists = [
  'services',
  'products',
  'industries',
  'organizationSizes',
  'designations',
  'languages',
  'functions',
];

type Fields = Record<keyof typeof goodFields, string>;

/** How a program writes a table as text. */
interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly encoding: 'utf8' | 'utf8WithMark' | 'utf16le' | 'utf16be';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly endsLastLine: boolean;
  readonly isAnnounced: boolean;
  readonly quotes: 'needed' | 'all';
  readonly emptyColumns: number;
  readonly emptyRows: boolean;
  readonly spaceInLists: string;
  readonly order: readonly (keyof Fields)[];
  readonly headerAs: 'plain' | 'capitals' | 'words' | 'snake' | 'kebab' | 'wide';
  readonly textMark: 'none' | 'formula' | 'apostrophe';
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  encoding: fc.constantFrom('utf8', 'utf8WithMark', 'utf16le', 'utf16be'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsLastLine: fc.boolean(),
  isAnnounced: fc.boolean(),
  quotes: fc.constantFrom('needed', 'all'),
  emptyColumns: fc.nat(3),
  emptyRows: fc.boolean(),
  spaceInLists: fc.constantFrom('', ' ', '\u00a0'),
  order: fc.shuffledSubarray([...columns], { minLength: columns.length }),
  headerAs: fc.constantFrom('plain', 'capitals', 'words', 'snake', 'kebab', 'wide'),
  textMark: fc.constantFrom('none', 'formula', 'apostrophe'),
});

const name = fc
  .string({ unit: fc.constantFrom(...'abcÉéßœ日,;"\t|\'='.split('')), minLength: 1, maxLength: 12 })
  .map((text) => `N ${text.replaceAll('\t', ' ')}.`);

const tables = fc.uniqueArray(
  fc.record<Partial<Fields>>({
    id: fc.oneof(
      fc.uuid({ version: 4 }),
      fc.nat(999).map((number) => `own-${number}`),
    ),
    name,
    description: fc.constantFrom('', 'One line', 'Two\n\nlines, "quoted"; and more'),
    phone: fc.constantFrom('', '0033199001234', '+33 1 99 00 12 34', '(01) 99-00'),
    services: fc.constantFrom('', 'Licensing', 'Licensing;Consulting, training'),
    organizationSizes: fc.subarray([...organizationSizes]).map((sizes) => sizes.join(';')),
  }),
  { minLength: 1, maxLength: 5, selector: ({ id }) => id },
);

describe('The same providers', () => {
  const folder = temporaryFolder();

  async function read(content: Uint8Array) {
    const name = createHash('sha256').update(content).digest('hex').slice(0, 16);
    return readAll(await writtenFile(folder(), name, content));
  }

  it('come back whatever program wrote them, in whatever language', async () => {
    const property = fc.asyncProperty(tables, dialects, async (table, dialect) => {
      const rows = table.map((changes) => ({ ...goodFields, ...changes }));
      assert.deepEqual(await read(written(rows, dialect).bytes), {
        providers: rows.map(providerOf),
        problems: [],
      });
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('are told by line and column where a spreadsheet damaged one', async () => {
    const damages: readonly (readonly [keyof Fields, string, RegExp])[] = [
      ['organizationSizes', 'oct-50', /date that Excel made/],
      ['organizationSizes', '09/01/2026', /date that Excel made/],
      ['organizationSizes', '51-250;janv.-09', /date that Excel made/],
      ['id', 'nope', /is no tenant id/],
      ['id', '1.2E+15', /shortened/],
      ['phone', '3,3199E+10', /shortened/],
      ['name', '#NAME?', /error that Excel shows/],
      ['city', 'Montr\ufffdal', /UTF-8/],
      ['functions', '', /is required|one value at least/],
    ];
    const property = fc.asyncProperty(
      tables,
      dialects,
      fc.nat(),
      fc.constantFrom(...damages),
      async (table, dialect, at, [column, value, reason]) => {
        const rows = table.map((changes) => ({ ...goodFields, ...changes }));
        const row = at % rows.length;
        const damaged = rows.map((fields, index) =>
          index === row ? { ...fields, [column]: value } : fields,
        );
        const { bytes, lines } = written(damaged, { ...dialect, textMark: 'none' });
        const { providers, problems } = await read(bytes);
        assert.deepEqual(
          problems.map((problem) => [problem.line, problem.column]),
          [[lines[row], column]],
        );
        assert.match(problems[0]?.reason ?? '', reason);
        assert.equal(providers.length, rows.length - 1);
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it('are refused with the name of a column that is unknown, missing or there twice', async () => {
    const property = fc.asyncProperty(dialects, fc.nat(), async (dialect, at) => {
      const place = at % columns.length;
      const changed = dialect.order[place] ?? 'id';
      const other = dialect.order[(place + 1) % columns.length] ?? 'id';
      const refusal = async (headers: readonly string[]) => {
        try {
          await read(written([goodFields], dialect, headers).bytes);
        } catch (error) {
          if (error instanceof UnreadableFileError) return error.message;
          throw error;
        }
        return assert.fail('it was read');
      };
      const headers = dialect.order.map((column) => headerFor(column, dialect));
      const unknown = await refusal(headers.with(place, `${headers[place] ?? ''} address line`));
      assert.match(unknown, /is not a column of a provider directory/);
      const twice = await refusal(headers.with(place, headerFor(other, dialect)));
      assert.match(twice, /is missing from the header/);
      assert.match(twice, /is in the header twice/);
      assert.ok(changed !== other);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});

function written(
  rows: readonly Fields[],
  dialect: Dialect,
  headers: readonly string[] = dialect.order.map((column) => headerFor(column, dialect)),
): { readonly bytes: Buffer; readonly lines: readonly number[] } {
  const { delimiter, lineEnd, emptyColumns, order } = dialect;
  const nothing = Array.from({ length: emptyColumns }, () => '');
  const emptyRow = [...order.map(() => ''), ...nothing].join(delimiter);
  const blocks: string[] = [];
  if (dialect.isAnnounced) blocks.push(`sep=${delimiter}`);
  if (dialect.emptyRows) blocks.push(emptyRow);
  blocks.push([...headers.map((text) => quoted(text, dialect)), ...nothing].join(delimiter));
  const lines: number[] = [];
  for (const fields of rows) {
    if (dialect.emptyRows) blocks.push('', emptyRow);
    lines.push(blocks.join('\n').split('\n').length + 1);
    blocks.push(
      [...order.map((column) => cell(column, fields[column], dialect)), ...nothing].join(delimiter),
    );
  }
  const text = `${blocks.join('\n')}${dialect.endsLastLine ? '\n' : ''}`.replaceAll('\n', lineEnd);
  return { bytes: encoded(text, dialect.encoding), lines };
}

function cell(column: keyof Fields, value: string, dialect: Dialect): string {
  if (lists.includes(column)) return quoted(value.replaceAll(';', `;${dialect.spaceInLists}`), dialect);
  const isNumber = /^[\d+(]/.test(value) && column !== 'description';
  if (isNumber && dialect.textMark === 'formula') return `="${value}"`;
  return quoted(isNumber && dialect.textMark === 'apostrophe' ? `'${value}` : value, dialect);
}

function quoted(value: string, { delimiter, quotes }: Dialect): string {
  const needsQuotes = quotes === 'all' || value.includes(delimiter) || /["\n]/.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

function headerFor(column: string, { headerAs }: Dialect): string {
  const words = column.replace(/(?=[A-Z])/g, ' ');
  switch (headerAs) {
    case 'plain':
      return column;
    case 'capitals':
      return column.toUpperCase();
    case 'words':
      return `${words.charAt(0).toUpperCase()}${words.slice(1).toLowerCase()}`;
    case 'snake':
      return words.replaceAll(' ', '_').toLowerCase();
    case 'kebab':
      return words.replaceAll(' ', '-').toLowerCase();
    case 'wide':
      return `\u00a0 ${words.replaceAll(' ', '\u00a0')} `;
  }
}

function encoded(text: string, encoding: Dialect['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(text);
  const marked = `\ufeff${text}`;
  if (encoding === 'utf8WithMark') return Buffer.from(marked);
  const little = Buffer.from(marked, 'utf16le');
  return encoding === 'utf16le' ? little : little.swap16();
}

function providerOf(fields: Fields): Provider {
  const entries = columns.map((column): [string, unknown] => {
    const value = fields[column];
    return [
      column,
      lists.includes(column) ? [...new Set(value.split(';').filter((item) => item !== ''))] : value,
    ];
  });
  const kept = entries.filter(([column, value]) => value !== '' || column === 'description');
  return Object.fromEntries(kept) as unknown as Provider;
}
