import assert from 'node:assert/strict';
import { narrow, type ProviderSearch } from '../../../src/domain/providers/provider-search.ts';

const inZurich: ProviderSearch = {
  text: 'school',
  filters: { country: 'CH', city: 'Zürich', offering: 'Azure' },
};

describe('narrowing a search', () => {
  it('keeps what nothing was said about', () => {
    assert.deepEqual(narrow(inZurich, { function: 'reseller' }), {
      text: 'school',
      filters: { country: 'CH', city: 'Zürich', offering: 'Azure', function: 'reseller' },
    });
  });

  it('moves to another place, rather than to that city in the country before', () => {
    assert.deepEqual(narrow(inZurich, { city: 'Nairobi' }).filters, { offering: 'Azure', city: 'Nairobi' });
    assert.deepEqual(narrow(inZurich, { country: 'FR' }).filters, { offering: 'Azure', country: 'FR' });
  });

  it('takes another value for the same filter', () => {
    assert.deepEqual(narrow(inZurich, { offering: 'Teams' }).filters, {
      ...inZurich.filters,
      offering: 'Teams',
    });
  });
});
