import assert from 'node:assert/strict';
import { sandboxAuthority } from '../../../src/adapters/authority/sandbox-authority.ts';
import { partnerAuthorityContract } from '../../contracts/partner-authority.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import { contoso, exampleInvitation } from '../../support/examples/invitation-examples.ts';

partnerAuthorityContract('The sandbox authority', () => ({
  authority: sandboxAuthority,
  show: () => undefined,
  showRemoval: () => undefined,
}));

describe('the sandbox authority', () => {
  it('puts what is authorized into effect at once', async () => {
    assert.deepEqual(await sandboxAuthority.authorize(contoso, exampleInvitation()), { kind: 'inEffect' });
  });

  it('takes permissions away at once', async () => {
    assert.deepEqual(await sandboxAuthority.remove(contoso, exampleRelationship()), { kind: 'inEffect' });
  });
});
