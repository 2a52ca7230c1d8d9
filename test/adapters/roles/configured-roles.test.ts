import assert from 'node:assert/strict';
import { configuredRoles } from '../../../src/adapters/roles/configured-roles.ts';
import { adminRoles } from '../../../src/domain/admin-role.ts';
import { personId } from '../../../src/domain/identifiers.ts';
import { lee, megan } from '../../support/examples/invitation-examples.ts';

describe('roles as the operator set them', () => {
  const roles = configuredRoles(new Map([['megan', new Set(['globalAdministrator'])]]));

  it('are those of the person, however the channel writes the object id', async () => {
    for (const person of ['megan', 'MEGAN']) {
      const held = await roles.rolesOf({ ...megan, person: personId(person) });
      assert.deepEqual([...held], ['globalAdministrator']);
    }
  });

  it('are none for anyone else', async () => {
    assert.equal((await roles.rolesOf(lee)).size, 0);
  });

  it('may be everyone’s', async () => {
    assert.deepEqual([...(await configuredRoles('everyone').rolesOf(lee))], [...adminRoles]);
  });
});
