import assert from 'node:assert/strict';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import {
  assignmentInstance,
  eligibilityInstance,
  error,
  groupIds,
  list,
  partnerReference,
  roleAssignment,
} from './documented-shapes.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const billingAdministrator = 'b0f54661-2d74-4c50-afa3-1ec803f12efe';
const relationshipAdministrator = 'fc8ad4e2-40e4-4724-8317-bcda7503ecbf';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const provider = '90000000-0000-4000-8000-000000000001';
const group = '70000000-0000-4000-8000-000000000001';
const megan = '70000000-0000-4000-8000-000000000002';
const lynne = '70000000-0000-4000-8000-000000000003';
const nobody = '70000000-0000-4000-8000-000000000004';
const roles = '/v1.0/roleManagement/directory';

describe('the simulated Microsoft Graph: who has which role', () => {
  let simulation: Simulated;

  before(async () => {
    simulation = await openSimulated();
    const tenant = simulation.tenant(homeTenant);
    tenant.addPartner({ id: provider, name: 'Litware', allowedRoles: [helpdesk] });
    tenant.assignRole({ principal: adeleId, role: globalAdministrator });
    tenant.assignRole({ principal: adeleId, role: billingAdministrator, scope: '/administrativeUnits/1' });
    tenant.assignRole({ principal: group, role: billingAdministrator, kind: 'group' });
    tenant.addGroupMember(group, megan);
    tenant.assignRole({ principal: lynne, role: globalAdministrator, state: 'eligible' });
    tenant.assignRole({ principal: megan, role: relationshipAdministrator, state: 'activated' });
  });
  after(() => simulation.close());

  async function assignments(query = '') {
    const response = await simulation.call(homeTenant, `${roles}/roleAssignments${query}`);
    assert.equal(response.status, 200, query);
    return list('roleManagement/directory/roleAssignments', roleAssignment).parse(await response.json())
      .value;
  }

  const held = async (filter: string) =>
    (await assignments(`?$filter=${encodeURIComponent(filter)}`)).map((row) => [
      row.principalId,
      row.roleDefinitionId,
      row.directoryScopeId,
    ]);

  it('lists all assignments, those that a partner’s group holds too; eligible roles are none', async () => {
    const all = await assignments();
    assert.equal(all.length, 5);
    const foreign = all.filter(({ principalOrganizationId }) => principalOrganizationId !== homeTenant);
    assert.deepEqual(
      foreign.map((row) => [row.principalOrganizationId, row.principalId, row.roleDefinitionId]),
      [[provider, simulation.tenant(homeTenant).groupOf(provider), helpdesk]],
    );
    assert.ok(!all.some(({ principalId }) => principalId === lynne));
  });

  it('leaves out whose a principal is where the tenant does not show it', async () => {
    simulation.tenant(homeTenant).showsOrganisations = false;
    assert.ok((await assignments()).every((row) => !('principalOrganizationId' in row)));
    simulation.tenant(homeTenant).showsOrganisations = true;
  });

  it('filters by who, by role and by scope', async () => {
    assert.deepEqual(await held(`principalId eq '${adeleId}' and directoryScopeId eq '/'`), [
      [adeleId, globalAdministrator, '/'],
    ]);
    assert.deepEqual(
      await held(`roleDefinitionId in ('${globalAdministrator}','${relationshipAdministrator}')`),
      [
        [adeleId, globalAdministrator, '/'],
        [megan, relationshipAdministrator, '/'],
      ],
    );
    assert.deepEqual(await held(`principalId eq '${nobody}'`), []);
  });

  it('expands principals, but shows nothing of a foreign group beyond its id', async () => {
    const expanded = await assignments('?$expand=principal');
    const of = (id: string) => expanded.find(({ principalId }) => principalId === id)?.principal;
    assert.equal(of(adeleId)?.['@odata.type'], '#microsoft.graph.user');
    const foreign = simulation.tenant(homeTenant).groupOf(provider);
    assert.deepEqual(of(foreign), { '@odata.type': '#microsoft.graph.group', id: foreign });
  });

  it('selects fields', async () => {
    const response = await simulation.call(homeTenant, `${roles}/roleAssignments?$select=principalId&$top=1`);
    const { value } = (await response.json()) as { value: object[] };
    assert.deepEqual(
      value.map((row) => Object.keys(row)),
      [['id', 'principalId']],
    );
  });

  it('shows active and eligible roles where Entra ID P2 is licensed, and refuses elsewhere', async () => {
    const filter = (person: string) => `?$filter=principalId%20eq%20'${person}'`;
    const active = await simulation.call(
      homeTenant,
      `${roles}/roleAssignmentScheduleInstances${filter(megan)}`,
    );
    const context = 'roleManagement/directory/';
    assert.deepEqual(
      list(`${context}roleAssignmentScheduleInstances`, assignmentInstance)
        .parse(await active.json())
        .value.map((row) => [row.roleDefinitionId, row.assignmentType]),
      [[relationshipAdministrator, 'Activated']],
    );
    const eligible = await simulation.call(
      homeTenant,
      `${roles}/roleEligibilityScheduleInstances${filter(lynne)}`,
    );
    assert.deepEqual(
      list(`${context}roleEligibilityScheduleInstances`, eligibilityInstance)
        .parse(await eligible.json())
        .value.map((row) => row.roleDefinitionId),
      [globalAdministrator],
    );
    simulation.tenant(homeTenant).licences.p2 = false;
    const refused = await simulation.call(homeTenant, `${roles}/roleEligibilityScheduleInstances`);
    assert.equal(refused.status, 400);
    assert.equal(error.parse(await refused.json()).error.code, 'AadPremiumLicenseRequired');
    simulation.tenant(homeTenant).licences.p2 = true;
  });

  it('says which of some groups a person is in, 20 at most; 404 for someone whom it does not know', async () => {
    const ask = (person: string, ids: readonly string[]) =>
      simulation.call(homeTenant, `/v1.0/users/${person}/checkMemberGroups`, {
        method: 'POST',
        body: { groupIds: ids },
      });
    const others = Array.from({ length: 19 }, (_, at) => `70000000-0000-4000-8000-0000000001${at + 10}`);
    assert.deepEqual(groupIds.parse(await (await ask(megan, [group, ...others])).json()).value, [group]);
    assert.deepEqual(groupIds.parse(await (await ask(adeleId, [group])).json()).value, []);
    const unknown = await ask(nobody, [group]);
    assert.equal(unknown.status, 404);
    assert.equal(error.parse(await unknown.json()).error.code, 'Request_ResourceNotFound');
    assert.equal((await ask(megan, [group, nobody, ...others])).status, 400);
  });

  it('resolves a partner’s group to its organisation, for Directory.Read.All', async () => {
    const tenant = simulation.tenant(homeTenant);
    const body = { ids: [tenant.groupOf(provider), nobody], types: ['directoryObjectPartnerReference'] };
    const ask = () =>
      simulation.call(homeTenant, '/v1.0/directoryObjects/getByIds', { method: 'POST', body });
    assert.equal((await ask()).status, 403);
    tenant.granted.add('Directory.Read.All');
    const { value } = list('directoryObjects', partnerReference).parse(await (await ask()).json());
    assert.deepEqual(
      value.map(({ externalPartnerTenantId, displayName }) => [externalPartnerTenantId, displayName]),
      [[provider, 'Litware']],
    );
  });

  it('answers in a sandbox for whomever it is asked for', async () => {
    const tenant = simulation.tenant('sandbox');
    const rolesOf = async () => {
      const filter = encodeURIComponent("principalId eq 'user-alex'");
      const path = `${roles}/roleAssignments?$filter=${filter}`;
      const { value } = (await (await simulation.call('sandbox', path)).json()) as {
        value: { roleDefinitionId: string }[];
      };
      return value.map(({ roleDefinitionId }) => roleDefinitionId);
    };
    tenant.everyone = 'billingAdministrator';
    assert.deepEqual(await rolesOf(), [billingAdministrator]);
    tenant.everyone = 'eligible';
    assert.deepEqual(await rolesOf(), []);
    tenant.everyone = 'none';
    assert.deepEqual(await rolesOf(), []);
  });
});
