import assert from 'node:assert/strict';
import { sampleProviders } from '../../../src/adapters/directory/prepare-directory.ts';
import type { Provider } from '../../../src/domain/providers/provider.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import { messagesIn } from '../../../src/i18n/messages.ts';
import { readAll } from '../../support/files/directory-files.ts';

describe('The sample directory', () => {
  let providers: readonly Provider[] = [];

  before(async () => {
    const sample = await readAll(sampleProviders);
    assert.deepEqual(sample.problems, []);
    providers = sample.providers;
  });

  const distinct = (valueOf: (provider: Provider) => readonly string[]) =>
    new Set(providers.flatMap(valueOf));

  it('holds some 300 providers in 30 countries or more, each under an id and a name of its own', () => {
    assert.ok(providers.length >= 290);
    assert.ok(distinct(({ country }) => [country]).size >= 30);
    assert.equal(distinct(({ id }) => [id]).size, providers.length);
    assert.equal(distinct(({ name }) => [name]).size, providers.length);
  });

  it('offers each of the seven functions many times', () => {
    for (const name of solutionProviderFunctions) {
      const offering = providers.filter(({ functions }) => functions.includes(name));
      assert.ok(offering.length >= 25, `${name}: ${offering.length}`);
    }
  });

  it('speaks English and French about equally', () => {
    const french = providers.filter(({ description }) => /fictive|fictif|exemple/i.test(description));
    const english = providers.filter(({ description }) => /fictitious|sample/i.test(description));
    assert.equal(french.length + english.length, providers.length);
    assert.ok(Math.min(french.length, english.length) > 0.4 * providers.length);
  });

  it('cannot be taken for real: every description says so, and every address is an example', () => {
    for (const { name, description, website, email } of providers) {
      assert.match(description, /fictitious|sample|fictive|fictif|exemple/i, name);
      assert.match(website ?? '', /\.example$/, name);
      assert.match(email, /\.example$/, name);
    }
  });

  it('answers what people ask first', () => {
    const count = (matches: (provider: Provider) => boolean) => providers.filter(matches).length;
    assert.ok(
      count(
        (one) => one.city === 'Lyon' && one.functions.includes('reseller') && one.products.includes('Azure'),
      ) >= 3,
    );
    assert.ok(count((one) => one.city === 'Montréal' && one.services.includes('Windows Autopilot')) >= 3);
    assert.ok(count((one) => one.city === 'Paris' && one.functions.includes('reseller')) >= 3);
  });

  it('has a French word for each service, industry and designation that is not a name', () => {
    const { offerings } = messagesIn('fr').vocabulary;
    const values = distinct(({ services, industries, designations }) => [
      ...services,
      ...industries,
      ...designations,
    ]);
    const untranslated = [...values].filter((value) => offerings[value] === undefined);
    assert.deepEqual(untranslated, ['Windows Autopilot']);
  });
});
