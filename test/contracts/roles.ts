import assert from 'node:assert/strict';
import type { Roles } from '../../src/application/ports/authority.ts';
import { adminRoles, type AdminRole } from '../../src/domain/admin-role.ts';
import { personId, tenantId } from '../../src/domain/identifiers.ts';

const tenant = tenantId('c0a0c0a0-0000-4000-8000-000000000001');
const other = tenantId('c0a0c0a0-0000-4000-8000-000000000002');
const ada = 'adaadaad-0000-4000-8000-000000000001';
const grace = 'adaadaad-0000-4000-8000-000000000002';

/**
 * The contract of everything that knows people's roles.
 * @param create in which a person has these roles in one tenant, and nobody else has any
 */
export function rolesContract(
  name: string,
  create: (given: {
    readonly tenant: string;
    readonly person: string;
    readonly roles: readonly AdminRole[];
  }) => Promise<Roles>,
): void {
  describe(`${name} keep the contract of roles`, () => {
    const actor = (person: string, of = tenant) => ({ tenant: of, person: personId(person), name: '' });
    const given = (roles: readonly AdminRole[]) => create({ tenant, person: ada, roles });

    for (const role of adminRoles) {
      it(`says who is ${role}, and nothing else of them`, async () => {
        const roles = await given([role]);
        assert.deepEqual(await roles.rolesOf(actor(ada)), new Set([role]));
        assert.deepEqual(await roles.shownRolesOf(actor(ada)), new Set([role]));
      });
    }

    it('says all the roles that somebody has', async () => {
      const roles = await given(adminRoles);
      assert.deepEqual(await roles.rolesOf(actor(ada)), new Set(adminRoles));
    });

    it('says that everybody else has none, and that nobody is eligible', async () => {
      const roles = await given(adminRoles);
      assert.deepEqual(await roles.rolesOf(actor(grace)), new Set());
      assert.deepEqual(await roles.eligibleRolesOf(actor(grace)), new Set());
      assert.deepEqual(await roles.eligibleRolesOf(actor(ada)), new Set());
    });

    it('takes an id in capitals for the same person', async () => {
      const roles = await given(['globalAdministrator']);
      assert.deepEqual(await roles.rolesOf(actor(ada.toUpperCase())), new Set(['globalAdministrator']));
    });

    it('keeps tenants apart', async () => {
      const roles = await given(adminRoles);
      assert.deepEqual(await roles.rolesOf(actor(ada, other)), new Set());
      assert.deepEqual(await roles.shownRolesOf(actor(ada, other)), new Set());
    });

    for (const hostile of [
      '',
      '.',
      '..',
      `${ada}'`,
      `' or principalId ne '`,
      `${ada}/../${ada}`,
      `../users/${ada}`,
      `${ada}?$filter=x`,
      `${ada}#`,
      `${ada}%00`,
      'x'.repeat(5000),
      'é\r\nHost: evil',
      '*',
    ]) {
      it(`gives ${JSON.stringify(hostile.slice(0, 60))} no role`, async () => {
        const roles = await given(adminRoles);
        assert.deepEqual(await roles.rolesOf(actor(hostile)), new Set());
        assert.deepEqual(await roles.eligibleRolesOf(actor(hostile)), new Set());
      });
    }
  });
}
