import assert from 'node:assert/strict';
import type { ProviderDirectory } from '../../src/application/ports/provider-directory.ts';
import { DomainError } from '../../src/domain/domain-error.ts';
import { providerId } from '../../src/domain/identifiers.ts';
import {
  everyProvider,
  type FilterName,
  type ProviderFilters,
} from '../../src/domain/providers/provider-search.ts';
import type { Provider } from '../../src/domain/providers/provider.ts';

export interface DirectoryUnderTest {
  readonly directory: ProviderDirectory;
  close(): Promise<void>;
}

/** The contract of every provider directory. @param open without providers: nothing is loaded */
export function providerDirectoryContract(
  name: string,
  open: (providers: readonly Provider[] | undefined) => Promise<DirectoryUnderTest>,
): void {
  describe(`provider directory: ${name}`, () => {
    let opened: DirectoryUnderTest | undefined;
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    async function directoryOf(...providers: readonly Provider[]): Promise<ProviderDirectory> {
      opened = await open(providers);
      return opened.directory;
    }
    async function names(directory: ProviderDirectory, text: string, filters: ProviderFilters = {}) {
      const page = await directory.search({ text, filters }, { offset: 0, limit: 50 });
      assert.equal(page.total, page.providers.length);
      return page.providers.map((provider) => provider.name);
    }
    async function facet(
      directory: ProviderDirectory,
      filter: FilterName,
      text = '',
      filters: ProviderFilters = {},
    ) {
      const { facets } = await directory.search({ text, filters }, { offset: 0, limit: 1 });
      return facets[filter].map(({ value, count }) => `${value} ${count}`);
    }

    describe('without anything loaded', () => {
      it('says of every call that the directory is unavailable', async () => {
        opened = await open(undefined);
        const { directory } = opened;
        const unavailable = (error: unknown) =>
          error instanceof DomainError && error.code === 'directory-unavailable';
        await assert.rejects(directory.search(everyProvider, { offset: 0, limit: 5 }), unavailable);
        await assert.rejects(directory.find([providerId('fabrikam')]), unavailable);
        await assert.rejects(directory.vocabulary(), unavailable);
      });
    });

    describe('an empty directory', () => {
      it('finds nothing and has no values', async () => {
        const directory = await directoryOf();
        assert.deepEqual(await names(directory, 'fabrikam', { country: 'FR' }), []);
        assert.deepEqual(await facet(directory, 'country'), []);
        assert.deepEqual((await directory.vocabulary()).cities, []);
      });
    });

    describe('what text finds', () => {
      const fabrikam = provider('Fabrikam', {
        description: 'Moves bakeries to the cloud',
        country: 'DE',
        city: 'Köln',
        services: ['Device deployment'],
        products: ['Power BI'],
      });
      const litware = provider('Litware', { city: 'Montréal', country: 'CA' });

      for (const [text, why] of [
        ['fabrikam', 'its name'],
        ['FABRIKAM', 'its name in capitals'],
        ['bakeries', 'its description'],
        ['koln', 'its city without the accent'],
        ['Köln', 'its city'],
        ['germany', 'its country in English'],
        ['Allemagne', 'its country in French'],
        ['deployment', 'a service'],
        ['power bi', 'a product'],
        ['fabri', 'the beginning of its name'],
        ['bak', 'the beginning of another word'],
        ['fabrikm', 'a letter left out'],
        ['fabrrikam', 'a letter too many'],
        ['fabrigam', 'a wrong letter'],
        ['farbikam', 'two letters swapped'],
        ['dpeloymnet', 'two typos in a long word'],
        ['köln bakeries allemagne fabri', 'words of several fields'],
      ] as const) {
        it(`finds a provider by ${why}: ${text}`, async () => {
          assert.deepEqual(await names(await directoryOf(fabrikam, litware), text), ['Fabrikam']);
        });
      }

      it('finds montreal in Montréal', async () => {
        assert.deepEqual(await names(await directoryOf(fabrikam, litware), 'montreal'), ['Litware']);
      });

      it('finds everything by no text, and by text without a letter', async () => {
        const directory = await directoryOf(litware, fabrikam);
        assert.deepEqual(await names(directory, ''), ['Fabrikam', 'Litware']);
        assert.deepEqual(await names(directory, ' … 🙂 !'), ['Fabrikam', 'Litware']);
      });

      it('finds nothing by words that nobody has', async () => {
        assert.deepEqual(await names(await directoryOf(fabrikam, litware), 'zzzzzzz'), []);
      });

      it('takes no short word and no word with a digit for a typo', async () => {
        const directory = await directoryOf(provider('Sea'), provider('Dynamics365'));
        assert.deepEqual(await names(directory, 'see'), []);
        assert.deepEqual(await names(directory, 'dynamics356'), []);
      });

      it('takes a word that many have as it is written', async () => {
        const many = Array.from({ length: 5 }, (_, number) => provider(`Lyon ${number}`));
        assert.equal((await names(await directoryOf(...many, provider('Lion')), 'lyon')).length, 5);
      });

      it('asks for all the words where somebody has them all', async () => {
        const directory = await directoryOf(
          provider('Contoso Paris'),
          provider('Contoso Lyon'),
          provider('Adatum Lyon'),
        );
        assert.deepEqual(await names(directory, 'lyon contoso'), ['Contoso Lyon']);
      });

      it('asks for most of the words where nobody has them all', async () => {
        const directory = await directoryOf(
          provider('Contoso Paris'),
          provider('Contoso Lyon'),
          provider('Adatum Lyon'),
        );
        assert.deepEqual(await names(directory, 'contoso lyon zzzzzzz'), ['Contoso Lyon']);
        assert.deepEqual(await names(directory, 'adatum paris zzzzzzz'), ['Adatum Lyon', 'Contoso Paris']);
      });
    });

    describe('the order', () => {
      it('puts the whole name first, then name words, beginnings, other fields and typos', async () => {
        const directory = await directoryOf(
          provider('A', { description: 'Contosa of the hills' }),
          provider('B', { description: 'Works with Contoso' }),
          provider('C', { description: 'Works with Contosoland' }),
          provider('Contosa'),
          provider('Contosoland'),
          provider('The Contoso Company'),
          provider('Contoso'),
        );
        assert.deepEqual(await names(directory, 'contoso'), [
          'Contoso',
          'The Contoso Company',
          'Contosoland',
          'B',
          'C',
        ]);
        const rare = await directoryOf(provider('A', { description: 'Contosa' }), provider('Contosa'));
        assert.deepEqual(await names(rare, 'contoso'), ['Contosa', 'A']);
      });

      it('is by name, however accented, and then by id', async () => {
        const twin = provider('Twin');
        const directory = await directoryOf(
          provider('Zeta'),
          { ...twin, id: providerId('b') },
          { ...twin, id: providerId('a') },
          provider('Élan'),
          provider('alpha'),
        );
        assert.deepEqual(await names(directory, ''), ['alpha', 'Élan', 'Twin', 'Twin', 'Zeta']);
        const { providers } = await directory.search({ text: 'twin', filters: {} }, { offset: 0, limit: 2 });
        assert.deepEqual(
          providers.map(({ id }) => id),
          ['a', 'b'],
        );
      });

      it('is the same from page to page', async () => {
        const directory = await directoryOf(
          ...Array.from({ length: 40 }, (_, number) =>
            provider(number % 3 === 0 ? `Cloud ${number}` : `Number ${number}`, {
              description: number % 2 === 0 ? 'Cloud' : 'Clouds',
            }),
          ),
        );
        const whole = await names(directory, 'cloud');
        const pages: string[] = [];
        for (let offset = 0; offset < 45; offset += 7) {
          const page = await directory.search({ text: 'cloud', filters: {} }, { offset, limit: 7 });
          assert.equal(page.total, 40);
          pages.push(...page.providers.map((found) => found.name));
        }
        assert.deepEqual(pages, whole);
      });
    });

    describe('filters', () => {
      const lyon = provider('Lyon Cloud', {
        country: 'FR',
        city: 'Lyon',
        services: ['Training'],
        products: ['Azure'],
        industries: ['Retail'],
        organizationSizes: ['1-9', '10-50'],
        functions: ['reseller', 'partner'],
        designations: ['Security'],
      });
      const paris = provider('Paris Cloud', {
        country: 'FR',
        city: 'Paris',
        services: ['Training'],
        products: ['Teams'],
        industries: ['Education'],
        organizationSizes: ['10-50'],
        functions: ['reseller'],
        designations: [],
      });
      const montreal = provider('Montreal', {
        country: 'CA',
        city: 'Montréal',
        services: ['Azure', 'Help desk'],
        products: ['Azure'],
        industries: ['Retail'],
        organizationSizes: ['5001+'],
        functions: ['oemPcPartner'],
        designations: ['Security', 'Data'],
      });
      const all = [lyon, paris, montreal];

      for (const [filters, expected] of [
        [{ country: 'FR' }, ['Lyon Cloud', 'Paris Cloud']],
        [{ city: 'Lyon' }, ['Lyon Cloud']],
        [{ city: 'montreal' }, ['Montreal']],
        [{ offering: 'Azure' }, ['Lyon Cloud', 'Montreal']],
        [{ offering: 'Training' }, ['Lyon Cloud', 'Paris Cloud']],
        [{ function: 'partner' }, ['Lyon Cloud']],
        [{ industry: 'Retail' }, ['Lyon Cloud', 'Montreal']],
        [{ size: '10-50' }, ['Lyon Cloud', 'Paris Cloud']],
        [{ designation: 'Security' }, ['Lyon Cloud', 'Montreal']],
        [{ country: 'FR', industry: 'Retail' }, ['Lyon Cloud']],
        [{ country: 'CA', city: 'Lyon' }, []],
        [{ country: 'ZZ' }, []],
      ] satisfies [ProviderFilters, string[]][]) {
        it(`lets through who has ${JSON.stringify(filters)}`, async () => {
          assert.deepEqual(await names(await directoryOf(...all), '', filters), expected);
        });
      }

      it('narrow what the text finds', async () => {
        assert.deepEqual(await names(await directoryOf(...all), 'cloud', { city: 'Paris' }), ['Paris Cloud']);
      });

      it('never make the text ask for less', async () => {
        assert.deepEqual(await names(await directoryOf(...all), 'lyon cloud', { city: 'Paris' }), []);
      });
    });

    describe('facets', () => {
      const providers = [
        provider('One', { country: 'FR', city: 'Lyon', services: ['Azure'], products: ['Azure', 'Teams'] }),
        provider('Two', { country: 'FR', city: 'Paris', services: ['Training'], products: ['Azure'] }),
        provider('Three', { country: 'FR', city: 'Lyon', services: ['Training'], products: [] }),
        provider('Four', { country: 'CA', city: 'Montréal', services: [], products: ['Azure'] }),
      ];

      it('count providers, most frequent first and then by name', async () => {
        const directory = await directoryOf(...providers);
        assert.deepEqual(await facet(directory, 'country'), ['FR 3', 'CA 1']);
        assert.deepEqual(await facet(directory, 'city'), ['Lyon 2', 'Montréal 1', 'Paris 1']);
        assert.deepEqual(await facet(directory, 'offering'), ['Azure 3', 'Training 2', 'Teams 1']);
      });

      it('count under the text', async () => {
        assert.deepEqual(await facet(await directoryOf(...providers), 'offering', 'lyon'), [
          'Azure 1',
          'Teams 1',
          'Training 1',
        ]);
      });

      it('count under the other filters, not under their own', async () => {
        const directory = await directoryOf(...providers);
        const filters = { country: 'FR', offering: 'Azure' };
        assert.deepEqual(await facet(directory, 'country', '', filters), ['FR 2', 'CA 1']);
        assert.deepEqual(await facet(directory, 'offering', '', filters), [
          'Azure 2',
          'Training 2',
          'Teams 1',
        ]);
        assert.deepEqual(await facet(directory, 'city', '', filters), ['Lyon 1', 'Paris 1']);
      });

      it('are counted for the filters that are asked for, where any are named', async () => {
        const directory = await directoryOf(...providers);
        const range = { offset: 0, limit: 1, facets: ['country', 'offering'] as const };
        const { facets } = await directory.search({ text: '', filters: { country: 'CA' } }, range);
        assert.deepEqual(facets, {
          country: [
            { value: 'FR', count: 3 },
            { value: 'CA', count: 1 },
          ],
          city: [],
          offering: [{ value: 'Azure', count: 1 }],
          function: [],
          industry: [],
          size: [],
          designation: [],
        });
      });

      it('are the same whenever they are counted', async () => {
        const directory = await directoryOf(...providers);
        const filters = { offering: 'Azure' };
        const first = await facet(directory, 'city', '', filters);
        assert.deepEqual(first, ['Lyon 1', 'Montréal 1', 'Paris 1']);
        assert.deepEqual(await facet(directory, 'country', '', filters), ['FR 2', 'CA 1']);
        assert.deepEqual(await facet(directory, 'city', '', filters), first);
        assert.deepEqual(await facet(directory, 'city', '', { ...filters, country: 'FR' }), [
          'Lyon 1',
          'Paris 1',
        ]);
      });

      it('show the value that is selected even where it counts nothing', async () => {
        const directory = await directoryOf(...providers);
        assert.deepEqual(await facet(directory, 'city', '', { country: 'CA', city: 'paris' }), [
          'Montréal 1',
          'Paris 0',
        ]);
        assert.deepEqual(await facet(directory, 'city', '', { country: 'CA', city: 'Atlantis' }), [
          'Montréal 1',
          'Atlantis 0',
        ]);
      });

      it('show a hundred values at most, the selected one among them', async () => {
        const directory = await directoryOf(
          ...Array.from({ length: 150 }, (_, number) =>
            provider(`Number ${number}`, { city: `City ${String(number).padStart(3, '0')}` }),
          ),
        );
        const shown = await facet(directory, 'city');
        assert.equal(shown.length, 100);
        assert.equal(shown.at(-1), 'City 099 1');
        const selected = await facet(directory, 'city', '', { city: 'City 149' });
        assert.deepEqual(selected, [...shown.slice(0, 99), 'City 149 1']);
      });

      it('take spellings that differ in case and accents for one value, written as it mostly is', async () => {
        const directory = await directoryOf(
          provider('One', { city: 'MONTREAL' }),
          provider('Two', { city: 'Montréal' }),
          provider('Three', { city: 'Montréal' }),
        );
        assert.deepEqual(await facet(directory, 'city'), ['Montréal 3']);
      });
    });

    describe('finding by id', () => {
      it('gives every field of those that exist, in the order asked', async () => {
        const one = provider('One');
        const two = provider('Two', { website: 'https://two.example', phone: '+1 555 0100' });
        const directory = await directoryOf(one, two);
        assert.deepEqual(await directory.find([two.id, providerId('nobody'), one.id]), [two, one]);
        assert.deepEqual(await directory.find([]), []);
      });
    });

    describe('the vocabulary', () => {
      it('holds every value, most frequent first', async () => {
        const directory = await directoryOf(
          provider('One', { country: 'FR', city: 'Lyon', services: ['Azure'], products: ['Teams'] }),
          provider('Two', {
            country: 'CA',
            city: 'Montréal',
            services: ['Azure'],
            products: ['Azure', 'Teams'],
          }),
          provider('Three', {
            country: 'FR',
            city: 'Montréal',
            industries: ['Retail'],
            designations: ['Data'],
          }),
        );
        const vocabulary = await directory.vocabulary();
        assert.deepEqual(vocabulary, {
          countries: ['FR', 'CA'],
          cities: ['Montréal', 'Lyon'],
          services: ['Azure'],
          products: ['Teams', 'Azure'],
          industries: ['Retail'],
          designations: ['Data'],
        });
        assert.equal(
          await directory.vocabulary(),
          vocabulary,
          'the same object as long as nothing else is loaded',
        );
      });
    });
  });
}

/** A provider whose id is its name, and that has nothing but what is given. */
function provider(name: string, fields: Partial<Provider> = {}): Provider {
  return {
    id: providerId(name),
    name,
    description: '',
    email: 'sales@provider.example',
    country: 'NO',
    city: 'Bergen',
    services: [],
    products: [],
    industries: [],
    organizationSizes: [],
    designations: [],
    languages: [],
    functions: [],
    ...fields,
  };
}
