import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DirectoryVocabulary } from '../../../src/application/ports/provider-directory.ts';
import { isCountry } from '../../../src/domain/country.ts';
import { organizationSizes } from '../../../src/domain/providers/organization-size.ts';
import { searchTextLimit, type ProviderFilters } from '../../../src/domain/providers/provider-search.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import type { Meaning, OrdinalReference } from '../../../src/teams/understanding/meaning.ts';
import { termsOf } from '../../../src/teams/understanding/directory-terms.ts';
import { readSearch } from '../../../src/teams/understanding/read-search.ts';
import { wordsOf } from '../../../src/teams/understanding/words.ts';
import { understand } from '../../../src/teams/understanding/understand.ts';
import { sampleVocabulary as vocabulary } from '../../support/examples/sample-vocabulary.ts';

const telling =
  `find contact the first last two one page 2 10 500 people plus de only without any sans azure teams lyon in à paris
  réseller infogérance new york solutions partner for power bi & - + &amp; &#x110000; Nice us`.split(/\s+/);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...telling), fc.string({ maxLength: 6 })), { maxLength: 20 })
    .map((words) => words.join(' ')),
);

describe('any text at all', () => {
  it('means something, with filters that can be searched by', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (said, searchOpen) => {
        assertSound(understand(said, { vocabulary, searchOpen }), searchOpen);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a search of no more than the limit', () => {
    fc.assert(
      fc.property(text, (said) => {
        const search = understandSearch(said, vocabulary);
        assertExist(search.filters);
        assert.ok(search.text.length <= searchTextLimit);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as the same whatever its case', () => {
    for (const said of [
      'je cherche un revendeur à paris',
      'the second one',
      'mes demandes',
      'partner for power bi',
    ]) {
      const lower = understand(said, { vocabulary, searchOpen: true });
      assert.deepEqual(understand(said.toUpperCase(), { vocabulary, searchOpen: true }), lower);
    }
  });

  it('may be a megabyte long: its beginning counts', () => {
    const endless = `find a reseller in Lyon ${'Fabrikam '.repeat(120_000)}`;
    const meaning = understand(endless, { vocabulary, searchOpen: false });
    assert.ok(meaning.kind === 'find');
    assert.deepEqual(meaning.search.filters, { function: 'reseller', city: 'Lyon' });
    assert.match(meaning.search.text, /^Fabrikam( Fabrikam)+$/);
    assert.ok(meaning.search.text.length <= searchTextLimit);
  });

  it('may be a megabyte of one word, of spaces or of signs', () => {
    for (const piece of ['a', ' ', '(', '1', '&', '\u0301', '😀']) {
      assertSound(understand(piece.repeat(1_000_000), { vocabulary, searchOpen: true }), true);
    }
  });
});

describe('a directory', () => {
  it('without values still finds countries, functions and sizes', () => {
    const empty = { countries: [], cities: [], services: [], products: [], industries: [], designations: [] };
    assert.deepEqual(understandSearch('a reseller in Lyon, France, for Azure and 200 people', empty), {
      text: 'Lyon Azure',
      filters: { function: 'reseller', country: 'FR', size: '51-250' },
    });
  });

  it('is understood by its own names for things', () => {
    const named = {
      ...vocabulary,
      products: ['Office 365', 'Microsoft Teams'],
      services: ['Managed services'],
      industries: ['Healthcare & life sciences'],
      cities: ['Londres', 'München'],
    };
    assert.deepEqual(understandSearch('M365 in London for a hospital', named).filters, {
      offering: 'Office 365',
      city: 'Londres',
      industry: 'Healthcare & life sciences',
    });
    assert.deepEqual(understandSearch('teams, Munich', named).filters, {
      offering: 'Microsoft Teams',
      city: 'München',
    });
    assert.deepEqual(understandSearch('infogérance', named).filters, { offering: 'Managed services' });
  });

  it('that is loaded anew is understood anew', () => {
    const before = { ...vocabulary, cities: ['Lyon'] };
    const after = { ...vocabulary, cities: ['Paris'] };
    assert.deepEqual(understandSearch('Paris', before), { text: 'Paris', filters: {} });
    assert.deepEqual(understandSearch('Paris', after), { text: '', filters: { city: 'Paris' } });
  });
});

function assertSound(meaning: Meaning, searchOpen: boolean): void {
  if (meaning.kind === 'find' || meaning.kind === 'unknown') {
    assertExist(meaning.search.filters);
    assert.ok(meaning.search.text.length <= searchTextLimit);
  }
  if (meaning.kind !== 'refine') return;
  assert.ok(searchOpen);
  const { change } = meaning;
  if (change.kind === 'narrow') assertExist(change.filters);
  if (change.kind === 'drop') assert.ok(change.filters.length > 0);
  if (change.kind === 'open') assertReference(change.position);
  if (change.kind === 'contact' && change.references !== 'all') change.references.forEach(assertReference);
}

function assertReference(position: OrdinalReference): void {
  assert.ok(position === 'last' || (Number.isInteger(position) && position > 0));
}

function assertExist({ country, city, offering, industry, designation, ...fixed }: ProviderFilters): void {
  const { services, products } = vocabulary;
  assert.ok(country === undefined || isCountry(country), country);
  assert.ok(city === undefined || vocabulary.cities.includes(city), city);
  assert.ok(offering === undefined || [...services, ...products].includes(offering), offering);
  assert.ok(industry === undefined || vocabulary.industries.includes(industry), industry);
  assert.ok(designation === undefined || vocabulary.designations.includes(designation), designation);
  assert.ok(fixed.function === undefined || solutionProviderFunctions.includes(fixed.function));
  assert.ok(fixed.size === undefined || organizationSizes.includes(fixed.size));
}

function understandSearch(words: string, known: DirectoryVocabulary) {
  return readSearch(wordsOf(words), termsOf(known)).search;
}
