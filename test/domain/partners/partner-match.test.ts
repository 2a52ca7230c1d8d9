import assert from 'node:assert/strict';
import { providerId } from '../../../src/domain/identifiers.ts';
import { isName, isNamedIn, isPartOfName } from '../../../src/domain/partners/partner-match.ts';

const named = (value: string) => ({
  id: providerId('3b33e682-00c3-41ee-9dd2-a548adf56438'),
  idIsGuess: false,
  name: { value, claimed: false },
  domain: { value: 'fabrikam.com', claimed: false },
});

describe('the name of a partner', () => {
  for (const typed of ['Fabrikam Résidences', 'FABRIKAM residences', 'fabrikam-residences', 'fabrikam.com']) {
    it(`is “${typed}”`, () => {
      assert(isName(named('Fabrikam Résidences'), typed));
    });
  }
  it('is also its tenant id', () => {
    assert(isName(named('x'), '3B33E682-00C3-41EE-9DD2-A548ADF56438'));
  });
  it('holds a part of it, and everything holds nothing', () => {
    assert(isPartOfName(named('Fabrikam Résidences'), 'resid'));
    assert(isPartOfName(named('Fabrikam'), ' '));
    assert(!isPartOfName(named('Fabrikam'), 'northwind'));
    assert(!isPartOfName(named('Fabrikam'), '***'), 'what has no letters is not “nothing”');
  });
  it('may be among other words, but as whole words only', () => {
    assert(isNamedIn(named('Fabrikam'), 'from fabrikam, please'));
    assert(!isNamedIn(named('Fabrikam'), 'fabrikamera please'));
    assert(!isNamedIn({ id: providerId('***'), idIsGuess: false }, 'anything'));
  });
  it('may be written from right to left', () => {
    assert(isName(named('فابريكام'), 'فابريكام'));
  });
});
