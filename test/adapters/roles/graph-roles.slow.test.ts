import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Fault } from '../../../src/cli/simulation/tenant/faults.ts';
import { adminRoles, type AdminRole } from '../../../src/domain/admin-role.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { later, type Instant } from '../../../src/domain/instant.ts';
import { ordinaryRoleIds, privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import { rolesContract } from '../../contracts/roles.ts';
import { openSimulatedLink, type SimulatedLink } from '../../support/servers/simulated-link.ts';

const roleIds: Readonly<Record<AdminRole, string>> = {
  globalAdministrator: privilegedRoleIds.globalAdministrator,
  billingAdministrator: ordinaryRoleIds.billingAdministrator,
  relationshipAdministrator: ordinaryRoleIds.customerDelegatedAdminRelationshipAdministrator,
};
const { globalAdministrator } = roleIds;
const group = '99999999-0000-4000-8000-00000000000f';

describe('Roles that Microsoft 365 shows', () => {
  let link: SimulatedLink;
  let passed = 0;
  const configuredAda = personId('c0ffeec0-0000-4000-8000-000000000001');
  const clock = { now: (): Instant => later(systemClock.now(), passed) };

  before(async () => {
    link = await openSimulatedLink({
      clock,
      admins: [{ tenant: 'any', person: configuredAda, roles: new Set(['billingAdministrator']) }],
    });
  });
  after(() => link.close());
  beforeEach(() => {
    passed = 0;
  });
  afterEach(() => {
    assert.deepEqual(link.unknownCalls, [], 'nothing undocumented');
  });

  rolesContract('Roles of a tenant', ({ tenant: id, person, roles }) => {
    const tenant = link.tenant(id);
    tenant.unassignRole(person);
    for (const role of roles) tenant.assignRole({ principal: person, role: roleIds[role] });
    passed += 3_600_000;
    return Promise.resolve(link.roles);
  });

  /** A tenant of its own for each test, with somebody in it. */
  function setUp(person: string = randomUUID()) {
    const id = tenantId(randomUUID());
    const tenant = link.tenant(id);
    tenant.addUser(person);
    const actor = { tenant: id, person: personId(person), name: '' };
    return { tenant, person, actor, calls: () => link.calls.filter((call) => call.tenant === id) };
  }

  describe('are those', () => {
    it('held through a group that may hold roles', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: group, kind: 'group', role: roleIds.relationshipAdministrator });
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
      tenant.addGroupMember(group, person);
      assert.deepEqual(await link.roles.rolesOf(actor), new Set(['relationshipAdministrator']));
    });

    it('activated, but not those that may be', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: person, role: globalAdministrator, state: 'eligible' });
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
      assert.deepEqual(await link.roles.eligibleRolesOf(actor), new Set(['globalAdministrator']));
      tenant.assignRole({ principal: person, role: globalAdministrator, state: 'activated' });
      assert.deepEqual(await link.roles.rolesOf(actor), new Set(['globalAdministrator']));
    });

    it('that may be activated through a group, too', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: group, kind: 'group', role: globalAdministrator, state: 'eligible' });
      tenant.addGroupMember(group, person);
      assert.deepEqual(await link.roles.eligibleRolesOf(actor), new Set(['globalAdministrator']));
    });

    it('over the whole directory only, and no others than decide', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: person, role: globalAdministrator, scope: '/administrativeUnits/1' });
      tenant.assignRole({ principal: person, role: privilegedRoleIds.userAdministrator });
      tenant.assignRole({ principal: group, kind: 'group', role: globalAdministrator, scope: '/x' });
      tenant.addGroupMember(group, person);
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
    });

    it('of the moment of the press: nothing is remembered', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: person, role: globalAdministrator });
      assert.deepEqual(await link.roles.rolesOf(actor), new Set(['globalAdministrator']));
      tenant.unassignRole(person);
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
    });

    it('that are configured besides', async () => {
      const { tenant, actor } = setUp(configuredAda);
      assert.deepEqual(await link.roles.rolesOf(actor), new Set(['billingAdministrator']));
      tenant.assignRole({ principal: configuredAda, role: globalAdministrator });
      assert.deepEqual(
        await link.roles.rolesOf(actor),
        new Set(['billingAdministrator', 'globalAdministrator']),
      );
    });

    it('held in one of sixty groups, on pages of two rows', async () => {
      const { tenant, person, actor, calls } = setUp();
      tenant.pageSize = 2;
      for (let index = 0; index < 60; index += 1) {
        const each = `${group.slice(0, -2)}${String(index).padStart(2, '0')}`;
        tenant.assignRole({ principal: each, kind: 'group', role: globalAdministrator });
        tenant.assignRole({ principal: randomUUID(), role: globalAdministrator });
        if (index === 58) tenant.addGroupMember(each, person);
      }
      assert.deepEqual(await link.roles.rolesOf(actor), new Set(['globalAdministrator']));
      assert.equal(calls().filter(({ path }) => path.includes('checkMemberGroups')).length, 3);
    });
  });

  it('are read in one request with high priority, where no group of the tenant has any', async () => {
    const { tenant, actor, calls } = setUp();
    tenant.addPartner({ id: randomUUID(), allowedRoles: [globalAdministrator] });
    await link.roles.rolesOf(actor);
    const requests = calls().filter(({ isInBatch, service }) => !isInBatch && service !== 'token');
    assert.deepEqual(
      requests.map(({ path, priority }) => [path, priority]),
      [['/v1.0/$batch', 'high']],
    );
  });

  it('of people whom a sandbox makes up are none, where nobody has such an id', async () => {
    const { tenant, actor } = setUp('29:made-up O’Hara');
    tenant.assignRole({ principal: group, kind: 'group', role: globalAdministrator });
    assert.deepEqual(await link.roles.rolesOf({ ...actor, person: personId('no such person') }), new Set());
  });

  const failures: readonly (readonly [string, Fault])[] = [
    ['is down', { kind: 'status', status: 503, code: 'serviceNotAvailable' }],
    ['throttles', { kind: 'throttled', retryAfter: 60 }],
    ['breaks off', { kind: 'cut' }],
    ['answers half', { kind: 'malformed' }],
    ['answers something else', { kind: 'body', body: { responses: 'none' } }],
    ['refuses', { kind: 'status', status: 403, code: 'Authorization_RequestDenied' }],
  ];
  for (const [how, fault] of failures) {
    for (const where of [/./, /roleAssignments/, /checkMemberGroups/]) {
      // Without that permission, what is held directly still counts.
      if (how === 'refuses' && where.source === 'checkMemberGroups') continue;
      it(`decide nothing while Graph ${how} (${where.source}), but of configured administrators`, async () => {
        const { tenant, person, actor } = setUp();
        tenant.assignRole({ principal: group, kind: 'group', role: globalAdministrator });
        tenant.addGroupMember(group, person);
        tenant.faults.add(where, fault);
        await assert.rejects(link.roles.rolesOf(actor), { name: 'DomainError', code: 'roles-unavailable' });
        assert.deepEqual(await link.roles.eligibleRolesOf(actor), new Set());
        assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(adminRoles), 'the press checks');
        const configured = { ...actor, person: configuredAda };
        assert.deepEqual(await link.roles.rolesOf(configured), new Set(['billingAdministrator']));
      });
    }
  }

  it('count as far as they are held directly without the permission to read groups', async () => {
    const { tenant, person, actor } = setUp();
    tenant.assignRole({ principal: person, role: roleIds.billingAdministrator });
    tenant.assignRole({ principal: group, kind: 'group', role: globalAdministrator });
    tenant.granted.delete('GroupMember.Read.All');
    assert.deepEqual(await link.roles.rolesOf(actor), new Set(['billingAdministrator']));
  });

  it('that may be activated are none without a licence for that', async () => {
    const { tenant, person, actor } = setUp();
    tenant.assignRole({ principal: person, role: globalAdministrator, state: 'eligible' });
    tenant.licences.p2 = false;
    assert.deepEqual(await link.roles.eligibleRolesOf(actor), new Set());
  });

  describe('for a card', () => {
    it('may be five minutes old, and no older', async () => {
      const { tenant, person, actor, calls } = setUp();
      tenant.assignRole({ principal: person, role: roleIds.billingAdministrator });
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['billingAdministrator']));
      const before = calls().length;
      tenant.assignRole({ principal: person, role: globalAdministrator });
      passed = 299_000;
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['billingAdministrator']));
      assert.equal(calls().length, before);
      passed = 301_000;
      assert.ok((await link.roles.shownRolesOf(actor)).has('globalAdministrator'));
    });

    it('of somebody who had none, half a minute', async () => {
      const { tenant, person, actor } = setUp();
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set());
      tenant.assignRole({ principal: person, role: globalAdministrator });
      passed = 31_000;
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['globalAdministrator']));
    });

    it('include those that may be activated, so that there is something to press again', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: person, role: globalAdministrator, state: 'eligible' });
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['globalAdministrator']));
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['globalAdministrator']));
    });

    it('are those that the last press found', async () => {
      const { tenant, person, actor } = setUp();
      tenant.assignRole({ principal: person, role: globalAdministrator });
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set(['globalAdministrator']));
      tenant.unassignRole(person);
      assert.deepEqual(await link.roles.rolesOf(actor), new Set());
      assert.deepEqual(await link.roles.shownRolesOf(actor), new Set());
    });
  });

  it('for cards are asked for once in a while only, while Graph does not answer', async () => {
    const { tenant, actor, calls } = setUp();
    tenant.failAs('down');
    await link.roles.shownRolesOf(actor);
    const before = calls().length;
    for (let card = 0; card < 20; card += 1) {
      await link.roles.shownRolesOf({ ...actor, person: personId(randomUUID()) });
    }
    assert.equal(calls().length, before);
    tenant.failAs(undefined);
    passed = 31_000;
    assert.deepEqual(await link.roles.shownRolesOf(actor), new Set());
  });
});
