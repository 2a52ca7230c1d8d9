import assert from 'node:assert/strict';
import { recordsAuthority } from '../../../src/adapters/authority/records-authority.ts';
import { partnerAuthorityContract } from '../../contracts/partner-authority.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import { contoso, exampleInvitation } from '../../support/examples/invitation-examples.ts';

for (const [place, decided] of [
  ['the sandbox', 'inEffect'],
  ['production', 'recorded'],
] as const) {
  const authority = recordsAuthority(decided);

  partnerAuthorityContract(`The records authority of ${place}`, () => authority);

  describe(`the records authority of ${place}`, () => {
    it(`says of an authorization that it is ${decided}`, async () => {
      assert.deepEqual(await authority.authorize(contoso, exampleInvitation()), { kind: decided });
    });

    it(`says of a removal that it is ${decided}`, async () => {
      assert.deepEqual(await authority.remove(contoso, exampleRelationship()), { kind: decided });
    });
  });
}
