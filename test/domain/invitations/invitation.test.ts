import assert from 'node:assert/strict';
import { providerId } from '../../../src/domain/identifiers.ts';
import { fingerprintOfOffer, sourceKey } from '../../../src/domain/invitations/invitation-fingerprint.ts';
import { tidyOffer } from '../../../src/domain/invitations/invitation.ts';
import { solutionProviderFunctions } from '../../../src/domain/solution-provider-function.ts';
import {
  fabrikam,
  granularOffer,
  offerOf,
  resellerOffer,
} from '../../support/examples/invitation-examples.ts';

describe('an offer, once it is tidied,', () => {
  it('names its partner by one id, whatever its case', () => {
    const shouting = { ...fabrikam, id: providerId(fabrikam.id.toUpperCase()) };
    assert.equal(tidyOffer({ ...resellerOffer, partner: shouting }).partner.id, fabrikam.id);
    const noGuid = { ...fabrikam, id: providerId('29:1AbC') };
    assert.equal(tidyOffer({ ...resellerOffer, partner: noGuid }).partner.id, '29:1AbC');
  });

  it('holds nothing in its texts that reads as something else', () => {
    const partner = { ...fabrikam, name: { value: ' Fab\u202erikam\n ', claimed: true } };
    const tidied = tidyOffer({ ...resellerOffer, partner, message: '\u200bHello\r\n\0there ' });
    assert.deepEqual(tidied.partner.name, { value: 'Fabrikam', claimed: true });
    assert.equal(tidied.message, 'Hello\nthere');
  });

  it('keeps everything else of each of the seven functions', () => {
    for (const invitedAs of solutionProviderFunctions) {
      assert.deepEqual(tidyOffer(offerOf(invitedAs)), offerOf(invitedAs));
    }
  });

  it('asks for delegated administration where its function includes it, and nowhere else', () => {
    const { delegatedAdmin } = granularOffer;
    assert.throws(
      () => tidyOffer({ ...resellerOffer, delegatedAdmin }),
      /reseller does not go with granular/,
    );
    assert.throws(
      () => tidyOffer({ ...granularOffer, delegatedAdmin: { kind: 'none' } }),
      /does not go with none/,
    );
  });
});

describe('the fingerprint of an offer', () => {
  it('is the same in whatever order its fields come', () => {
    const { partner, ...rest } = granularOffer;
    const { id, ...names } = partner;
    assert.equal(
      fingerprintOfOffer({ ...rest, partner: { ...names, id } }),
      fingerprintOfOffer(granularOffer),
    );
  });

  it('is another when anything in it is', () => {
    const offers = [
      granularOffer,
      resellerOffer,
      { ...resellerOffer, message: 'Welcome' },
      { ...resellerOffer, partner: { ...fabrikam, name: { value: 'Fabrikam', claimed: true } } },
      { ...resellerOffer, link: 'https://admin.microsoft.com/' },
    ];
    assert.equal(new Set(offers.map(fingerprintOfOffer)).size, offers.length);
  });
});

describe('where an invitation came from', () => {
  it('is told apart by kind and by every character', () => {
    const keys = [
      sourceKey({ kind: 'postedId', postedId: 'a' }),
      sourceKey({ kind: 'postedId', postedId: 'A' }),
      sourceKey({ kind: 'link', link: 'a' }),
    ];
    assert.equal(new Set(keys).size, 3);
  });
});
