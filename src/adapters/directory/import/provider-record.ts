import { z } from 'zod';
import { isCountry } from '../../../domain/country.ts';
import { emailAddress, maxEmailAddressLength } from '../../../domain/email-address.ts';
import { guid, guidIn } from '../../../domain/guid.ts';
import { providerId } from '../../../domain/identifiers.ts';
import { organizationSizes } from '../../../domain/providers/organization-size.ts';
import type { Provider } from '../../../domain/providers/provider.ts';
import { solutionProviderFunctions } from '../../../domain/solution-provider-function.ts';
import { describeExcelDate } from './excel-dates.ts';

/** The required columns of a directory file. */
export const requiredColumns = [
  'id',
  'name',
  'description',
  'website',
  'email',
  'phone',
  'country',
  'city',
  'services',
  'products',
  'industries',
  'organizationSizes',
  'designations',
  'languages',
  'functions',
] as const satisfies (keyof Provider)[];

/** All columns of a directory file. */
export const providerColumns: readonly string[] = [...requiredColumns, 'logo' satisfies keyof Provider];

/** The multi-value columns. */
export const listColumns: ReadonlySet<string> = new Set<keyof Provider>([
  'services',
  'products',
  'industries',
  'organizationSizes',
  'designations',
  'languages',
  'functions',
]);

/** What Excel writes for a formula without a result, in any language, and for a number wider than its column. */
const formulaError = /^#(?:#+|N\/[AV]|\p{Lu}[\p{Lu}\d/]*[!?])$/u;

/** Excel shows long numbers so, and has lost their last digits; in many languages with a comma. */
const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/**
 * An id of the operator's own, for a provider whose tenant is not known: words and, behind a hyphen, a number. No word alone
 * is one, as people type it where they know no id, and no part of a GUID.
 */
const ownId = /^(?![\da-f]{8}-)[a-z][a-z\d]*(?:-[a-z\d]+)?-\d{1,9}$/i;

/** Maximum number of values in a multi-value field. */
const maxValues = 50;
/** Control characters (C0, C1), lone surrogates, and bidirectional formatting marks, which can disguise text. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const unprintableInParagraphs = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function text(maxLength: number, forbidden = unprintable) {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'is required' : 'must be text') })
    .trim()
    .normalize()
    .min(1, 'must not be empty')
    .max(maxLength, `is longer than ${maxLength.toLocaleString('en')} characters`)
    .refine((value) => !forbidden.test(value), 'holds a character that cannot be shown')
    .refine((value) => !value.includes('\ufffd'), 'is not valid UTF-8: save the file as CSV UTF-8')
    .refine(
      (value) => !formulaError.test(value),
      'is an error that Excel shows in place of a value: type the value again',
    );
}

function list<Item extends z.ZodType<string>>(item: Item) {
  return z
    .array(item, 'must be a list of texts')
    .max(maxValues, `holds more than ${maxValues} values`)
    .transform((values) => [...new Set(values)])
    .default([]);
}

function webAddress(maxLength: number, protocols: readonly string[], reason: string) {
  return text(maxLength).refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, username, password } = new URL(value);
    // Text before an @ is not part of the host, but people read it as such: https://contoso.com@example.net
    return protocols.includes(protocol) && username === '' && password === '';
  }, reason);
}

const fields = {
  name: text(256),
  description: text(4000, unprintableInParagraphs).default(''),
  website: webAddress(
    2048,
    ['http:', 'https:'],
    'must be an address that begins with http:// or https://',
  ).exactOptional(),
  // Teams does not show images over plain http.
  logo: webAddress(2048, ['https:'], 'must be an address that begins with https://').exactOptional(),
  email: text(maxEmailAddressLength).transform((typed, context) => {
    const address = emailAddress(typed);
    if (address === undefined) context.addIssue('is not an e-mail address');
    return address ?? z.NEVER;
  }),
  phone: text(32)
    .refine(
      (value) => !scientific.test(value),
      'is a number that Excel shortened, its last digits are lost: format the column as text in Excel and type it again',
    )
    .regex(/^\+?[\d ().\/-]*\d[\d ().\/-]*( ?(x|ext\.?) ?\d+)?$/i, 'is not a telephone number')
    .exactOptional(),
  country: text(2).toUpperCase().refine(isCountry, 'is not an ISO 3166-1 alpha-2 country code, such as FR'),
  city: text(128),
  services: list(text(128)),
  products: list(text(128)),
  industries: list(text(128)),
  organizationSizes: list(
    z.enum(organizationSizes, {
      error: ({ input }) =>
        (typeof input === 'string' ? describeExcelDate(input) : undefined) ??
        `must be one of ${organizationSizes.join(', ')}`,
    }),
  ),
  designations: list(text(128)),
  languages: list(
    z
      .string('must be text')
      .trim()
      .toLowerCase()
      .regex(/^[a-z]{2,3}$/, 'must be a language code of two or three letters, such as en'),
  ),
  functions: list(
    z.enum(solutionProviderFunctions, `must be one of ${solutionProviderFunctions.join(', ')}`),
  ).refine((functions) => functions.length > 0, 'must hold one value at least'),
};

/** A provider of a file to import. Text is trimmed and normalized to Unicode NFC. */
export const importedProvider: z.ZodType<Provider> = z.strictObject({
  id: text(64)
    .refine(
      (id) => !scientific.test(id),
      'is a number that Excel shortened, its last digits are lost: format the column as text in Excel and type it again',
    )
    // Microsoft writes tenant GUIDs in either case, Windows in braces.
    .transform((id) => guidIn(id) ?? id)
    .refine(
      (id) => guid.test(id) || ownId.test(id),
      'is no tenant id: write the GUID of the tenant, or an id of your own that ends in a hyphen and a number, such as partner-12',
    )
    .transform(providerId),
  ...fields,
});

/** A provider that was imported, also by earlier versions, which took other ids. */
export const installedProvider: z.ZodType<Provider> = z.strictObject({
  id: text(64)
    .regex(/^[A-Za-z0-9._:-]*$/, 'may hold letters, digits and . _ : - only')
    .transform(providerId),
  ...fields,
});
