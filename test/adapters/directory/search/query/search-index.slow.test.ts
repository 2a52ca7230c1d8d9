import assert from 'node:assert/strict';
import fc from 'fast-check';
import { storedProvider } from '../../../../../src/adapters/directory/search/index/stored-provider.ts';
import { searchIndex } from '../../../../../src/adapters/directory/search/query/search-index.ts';
import type { ProviderPage } from '../../../../../src/application/ports/provider-directory.ts';
import { providerId } from '../../../../../src/domain/identifiers.ts';
import { organizationSizes } from '../../../../../src/domain/providers/organization-size.ts';
import { filterNames, type ProviderSearch } from '../../../../../src/domain/providers/provider-search.ts';
import type { Provider } from '../../../../../src/domain/providers/provider.ts';
import { solutionProviderFunctions } from '../../../../../src/domain/solution-provider-function.ts';
import { generateProviders } from '../../../../support/examples/generate-providers.ts';
import { withIndexOf } from '../../../../support/ports/indexed-directory.ts';
import { memoryDirectory } from '../../../../support/ports/memory-directory.ts';

/** Few, similar words, so that they match exactly, as prefixes and as typos. */
const words =
  'cloud clouds clod could aruze farbikma fabrik loud azure azur azores fabrikam fabrikan fabricam fab œuvre oeuvre lyon lion e3 e5 365'.split(
    ' ',
  );
const word = fc.constantFrom(...words);
const phrase = (maxLength: number) => fc.array(word, { maxLength }).map((list) => list.join(' '));
const values = ['Azure', 'azure', 'Cloud Ops', 'Œuvre', 'Lyon', 'Data', 'Teams'];
const severalValues = fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });

const provider: fc.Arbitrary<Omit<Provider, 'id'>> = fc.record({
  name: phrase(3),
  description: phrase(6),
  email: fc.constant('sales@provider.example'),
  country: fc.constantFrom('FR', 'CA', 'DE', 'MQ'),
  city: fc.constantFrom('Lyon', 'LYON', 'Montréal', 'Azores', 'Köln'),
  services: severalValues,
  products: severalValues,
  industries: severalValues,
  organizationSizes: fc.uniqueArray(fc.constantFrom(...organizationSizes), { maxLength: 3 }),
  designations: severalValues,
  languages: fc.constant([]),
  functions: fc.uniqueArray(fc.constantFrom(...solutionProviderFunctions), { maxLength: 3 }),
});
const directory = fc
  .array(provider, { maxLength: 90, size: 'max' })
  .map((list) => list.map((fields, number) => ({ ...fields, id: providerId(`id ${number}`) })));

const optional = <Value>(...some: Value[]) => fc.option(fc.constantFrom(...some), { nil: undefined });
const search: fc.Arbitrary<ProviderSearch> = fc
  .record({
    text: phrase(4),
    filters: fc.record({
      country: optional('FR', 'CA', 'ZZ'),
      city: optional('lyon', 'Montreal', 'Nowhere'),
      offering: optional('AZURE', 'cloud ops', 'Nothing'),
      function: optional(...solutionProviderFunctions),
      industry: optional('Data', 'lyon'),
      size: optional(...organizationSizes),
      designation: optional('œuvre', 'Teams'),
    }),
  })
  .map(({ text, filters }) => ({
    text,
    filters: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)),
  }));
const range = fc.record({ offset: fc.nat({ max: 30 }), limit: fc.integer({ min: 1, max: 100 }) });

describe('a search index', () => {
  it('finds, orders and counts what a scan of all providers does', async () => {
    await fc.assert(
      fc.asyncProperty(
        directory,
        fc.array(search, { minLength: 1, maxLength: 4 }),
        range,
        async (all, searches, part) => {
          const scanned = memoryDirectory(all);
          const indexed = withIndexOf(all, (index) => ({
            vocabulary: index.vocabulary,
            pages: searches.map((asked): ProviderPage => {
              const { page, ...counts } = searchIndex(index, asked, part);
              return {
                ...counts,
                providers: page.map((found) => storedProvider(index.documents.line(found))),
              };
            }),
          }));
          assert.deepEqual(indexed.vocabulary, await scanned.vocabulary());
          assert.deepEqual(
            indexed.pages,
            await Promise.all(searches.map((asked) => scanned.search(asked, part))),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes any text for a search', () => {
    const rightToLeft = fc.constantFrom('שלום עולם', 'مرحبا', '\u202eabc', '👩‍👩‍👧‍👦', '\ud800', 'ﷺ'.repeat(200));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ maxLength: 200 }),
      rightToLeft,
    );
    withIndexOf([...generateProviders(300)], (index) => {
      fc.assert(
        fc.property(text, text, (asked, city) => {
          const { total, page } = searchIndex(index, { text: asked, filters: {} }, { offset: 0, limit: 5 });
          assert.equal(page.length, Math.min(total, 5));
          assert.equal(
            searchIndex(index, { text: asked, filters: { city } }, { offset: 0, limit: 5 }).total,
            0,
          );
        }),
      );
    });
  });

  it('finds every provider by its own name, first or behind its namesakes, and by its id', () => {
    const all = [...generateProviders(2000, 7)];
    withIndexOf(all, (index) => {
      for (const one of all) {
        const { page } = searchIndex(index, { text: one.name, filters: {} }, { offset: 0, limit: 20 });
        const found = page.map((number) => storedProvider(index.documents.line(number)));
        const place = found.findIndex(({ id }) => id === one.id);
        assert.ok(place >= 0, one.name);
        assert.ok(found.slice(0, place).every(({ name }) => name === one.name));
        assert.deepEqual(storedProvider(index.documents.find(one.id) ?? ''), one);
      }
    });
  });

  it('counts with lists and with bits alike: the facets of a frequent value add up', () => {
    const all = [...generateProviders(3000, 3)];
    withIndexOf(all, (index) => {
      for (const name of filterNames) {
        const { facets } = searchIndex(index, { text: 'microsoft', filters: {} }, { offset: 0, limit: 1 });
        for (const { value, count } of facets[name]) {
          const filtered = searchIndex(
            index,
            { text: 'microsoft', filters: { [name]: value } },
            { offset: 0, limit: 1 },
          );
          assert.equal(filtered.total, count, `${name} ${value}`);
        }
      }
    });
  });
});
