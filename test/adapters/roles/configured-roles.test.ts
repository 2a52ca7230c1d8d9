import assert from 'node:assert/strict';
import { configuredRoles } from '../../../src/adapters/roles/configured-roles.ts';
import { adminRoles } from '../../../src/domain/admin-role.ts';
import { canonicalTenantId, personId, tenantId } from '../../../src/domain/identifiers.ts';
import { rolesContract } from '../../contracts/roles.ts';
import { contoso, lee, megan } from '../../support/examples/invitation-examples.ts';

rolesContract('Configured roles', ({ tenant, person, roles }) =>
  Promise.resolve(
    configuredRoles([{ tenant: canonicalTenantId(tenant), person: personId(person), roles: new Set(roles) }]),
  ),
);

describe('roles as the operator set them', () => {
  const roles = configuredRoles([
    { tenant: contoso, person: personId('megan'), roles: new Set(['globalAdministrator']) },
    { tenant: 'any', person: personId('alex'), roles: new Set(['billingAdministrator']) },
    { tenant: 'any', person: personId('alex'), roles: new Set(['relationshipAdministrator']) },
  ]);

  it('are those of the person, however the channel writes the object id', async () => {
    for (const person of ['megan', 'MEGAN']) {
      const held = await roles.rolesOf({ ...megan, person: personId(person) });
      assert.deepEqual([...held], ['globalAdministrator']);
    }
  });

  it('are none for the same person in another tenant', async () => {
    const held = await roles.rolesOf({ ...megan, tenant: tenantId('litware') });
    assert.equal(held.size, 0);
  });

  it('are those of all entries of a person', async () => {
    const held = await roles.rolesOf({ ...megan, person: personId('alex') });
    assert.deepEqual([...held], ['billingAdministrator', 'relationshipAdministrator']);
  });

  it('are none for anyone else', async () => {
    assert.equal((await roles.rolesOf(lee)).size, 0);
  });

  it('may be everyone’s', async () => {
    assert.deepEqual([...(await configuredRoles('everyone').rolesOf(lee))], [...adminRoles]);
  });
});
