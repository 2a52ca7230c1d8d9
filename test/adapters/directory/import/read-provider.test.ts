import assert from 'node:assert/strict';
import {
  importedProvider,
  installedProvider,
} from '../../../../src/adapters/directory/import/provider-record.ts';
import { readProvider } from '../../../../src/adapters/directory/import/read-provider.ts';
import { goodRecord } from '../../../support/files/directory-files.ts';

/** The problems of a row that differs from the good one. */
function problemsOf(changes: Readonly<Record<string, unknown>>): string[] {
  const row = readProvider(importedProvider, 7, { ...goodRecord, ...changes });
  if (!('problems' in row)) return [];
  for (const { line } of row.problems) assert.equal(line, 7);
  return row.problems.map(
    ({ column = '', reason, found }) => `${column} ${reason}${found === undefined ? '' : ` | ${found}`}`,
  );
}

const noTenant =
  'is no tenant id: write the GUID of the tenant, or an id of your own that ends in a hyphen and a number, such as partner-12';
const shortened =
  'is a number that Excel shortened, its last digits are lost: format the column as text in Excel and type it again';

describe('A row of the directory', () => {
  const refused: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['an empty id', { id: '' }, 'id is required'],
    ...[
      ...[
        'nope',
        'n/a',
        'TBD',
        'a b',
        'a b-1',
        '12',
        '-1',
        'partner',
        'partner-',
        'partner-1a',
        'contoso.example',
      ],
      // Parts of a GUID, and one with a letter that is no digit.
      ...['5f3c9d2e-7a41', 'd1d1d1d1-0', 'd1d1d1d1-0f1e-4d2c-8b3a-1', '5f3c9d2e-7a41-4b6f-9c58-1d0e2f3a4b5'],
      ...['5f3c9d2e-7a41-4b6f-9c58-1d0e2f3a4b5z', '5f3c9d2e7a414b6f9c581d0e2f3a4b5c'],
    ].map((id) => [`the id ${id}`, { id }, `id ${noTenant} | ${id}`] as const),
    ['an id that Excel shortened', { id: '1.234E+11' }, `id ${shortened} | 1.234E+11`],
    ['a telephone number that Excel shortened', { phone: '3.3199E+10' }, `phone ${shortened} | 3.3199E+10`],
    ['one that a French Excel shortened', { phone: '3,3199E+10' }, `phone ${shortened} | 3,3199E+10`],
    ...['#NAME?', '#NOM?', '#VALEUR!', '#REF!', '#N/A', '########'].map(
      (name) =>
        [
          `${name} in place of a name`,
          { name },
          `name is an error that Excel shows in place of a value: type the value again | ${name}`,
        ] as const,
    ),
    ['a missing name', { name: ' ' }, 'name is required'],
    ['a missing city', { city: null }, 'city is required'],
    ['a name that is a number', { name: 3 }, 'name must be text'],
    ['a name over two lines', { name: 'A\nB' }, 'name holds a character that cannot be shown | A\nB'],
    [
      'a name that turns text around',
      { name: 'A\u202eB' },
      'name holds a character that cannot be shown | A\u202eB',
    ],
    ['half a character', { name: 'A\ud83d' }, 'name holds a character that cannot be shown | A\ud83d'],
    [
      'a website without protocol',
      { website: 'contoso.example' },
      'website must be an address that begins with http:// or https:// | contoso.example',
    ],
    [
      'a website that runs code',
      { website: 'javascript:alert(1)' },
      'website must be an address that begins with http:// or https:// | javascript:alert(1)',
    ],
    [
      'a website that hides its host',
      { website: 'https://contoso.com@x.example' },
      'website must be an address that begins with http:// or https:// | https://contoso.com@x.example',
    ],
    [
      'a logo over http',
      { logo: 'http://x.example/a.png' },
      'logo must be an address that begins with https:// | http://x.example/a.png',
    ],
    ['an e-mail address without host', { email: 'hello' }, 'email is not an e-mail address | hello'],
    [
      'two e-mail addresses',
      { email: 'a@x.example,b@x.example' },
      'email is not an e-mail address | a@x.example,b@x.example',
    ],
    ['a telephone number in words', { phone: 'call us' }, 'phone is not a telephone number | call us'],
    ['a country by name', { country: 'France' }, 'country is longer than 2 characters | France'],
    [
      'a country that is none',
      { country: 'UK' },
      'country is not an ISO 3166-1 alpha-2 country code, such as FR | UK',
    ],
    [
      'a size that is none',
      { organizationSizes: ['1-9', '10-49'] },
      'organizationSizes must be one of 1-9, 10-50, 51-250, 251-1000, 1001-5000, 5001+ | 10-49',
    ],
    [
      'a language by name',
      { languages: ['French'] },
      'languages must be a language code of two or three letters, such as en | French',
    ],
    ['no function', { functions: [] }, 'functions must hold one value at least'],
    ['a list that is text', { services: 'Consulting' }, 'services must be a list of texts | Consulting'],
    ['a list of numbers', { services: [1] }, 'services must be text'],
    ['an unknown field', { colour: 'red' }, 'colour is not a field of a provider'],
  ];
  for (const [what, changes, problem] of refused) {
    it(`with ${what} is refused`, () => {
      assert.deepEqual(problemsOf(changes), [problem]);
    });
  }

  it('with an unknown function is refused with the functions that there are', () => {
    const [problem] = problemsOf({ functions: ['Reseller'] });
    assert.match(
      problem ?? '',
      /^functions must be one of reseller, delegatedAdministrator, .* \| Reseller$/,
    );
  });

  const limits: readonly (readonly [string, number, (length: number) => unknown])[] = [
    ['id', 64, (length) => `${'x'.repeat(length - 2)}-1`],
    ['name', 256, (length) => 'x'.repeat(length)],
    ['description', 4000, (length) => 'x'.repeat(length)],
    ['website', 2048, (length) => `https://x.example/${'x'.repeat(length - 18)}`],
    [
      'email',
      254,
      (length) => `${'x'.repeat(60)}@${'a.'.repeat((length - 60 - 4) / 2)}${'x'.repeat(3 + (length % 2))}`,
    ],
    ['phone', 32, (length) => '1'.repeat(length)],
    ['city', 128, (length) => 'x'.repeat(length)],
    ['services', 128, (length) => ['x'.repeat(length)]],
  ];
  for (const [column, most, valueOf] of limits) {
    it(`may have a ${column} of ${most} characters, not more`, () => {
      assert.deepEqual(problemsOf({ [column]: valueOf(most) }), []);
      const [problem = ''] = problemsOf({ [column]: valueOf(most + 1) });
      assert.ok(
        problem.startsWith(`${column} is longer than ${most.toLocaleString('en')} characters`),
        problem,
      );
    });
  }

  for (const id of ['dev-1', 'xx-3', 'held-out-12', 'K13-7', '{5F3C9D2E-7A41-4B6F-9C58-1D0E2F3A4B5C}']) {
    it(`may have the id ${id}`, () => {
      assert.deepEqual(problemsOf({ id }), []);
    });
  }

  it('that is installed keeps an id that earlier versions took', () => {
    for (const id of ['nope', 'a.b:c_d']) {
      const row = readProvider(installedProvider, 7, { ...goodRecord, id });
      assert.equal('provider' in row && row.provider.id, id);
    }
  });

  it('may have 50 values in a field, not more', () => {
    const values = Array.from({ length: 51 }, (_, index) => `Product ${index}`);
    assert.deepEqual(problemsOf({ products: values.slice(1) }), []);
    assert.deepEqual(problemsOf({ products: values }), ['products holds more than 50 values']);
  });

  it('is reported with everything that is wrong with it', () => {
    assert.deepEqual(problemsOf({ name: '', country: 'XX', languages: ['en', 'x', 'French'] }), [
      'name is required',
      'country is not an ISO 3166-1 alpha-2 country code, such as FR | XX',
      'languages must be a language code of two or three letters, such as en | x',
      'languages must be a language code of two or three letters, such as en | French',
    ]);
  });
});
