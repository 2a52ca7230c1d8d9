import assert from 'node:assert/strict';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import { constraints, error, list, partner, subscription, tenantInformation } from './documented-shapes.ts';

const provider = '90000000-0000-4000-8000-000000000001';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
const partners = '/v1.0/policies/crossTenantAccessPolicy/partners';

describe('the simulated Microsoft Graph: organisations outside', () => {
  let simulation: Simulated;

  before(async () => {
    simulation = await openSimulated({
      nameOf: (tenant) =>
        Promise.resolve(
          tenant === '90000000-0000-4000-8000-00000000000f'
            ? { name: 'Known', domain: 'known.example' }
            : undefined,
        ),
    });
    const tenant = simulation.tenant(homeTenant);
    tenant.addPartner({
      id: provider,
      name: 'Litware',
      domain: 'litware.example',
      allowedRoles: [helpdesk],
      subscriptions: 2,
      inboundTrust: {
        isMfaAccepted: true,
        isCompliantDeviceAccepted: false,
        isHybridAzureADJoinedDeviceAccepted: false,
      },
    });
    tenant.addPartner({ id: '90000000-0000-4000-8000-000000000002', isServiceProvider: null });
    tenant.addPartner({ id: '90000000-0000-4000-8000-000000000003', isServiceProvider: false });
    tenant.addClassicPartner({ id: '90000000-0000-4000-8000-000000000004' });
    tenant.addMicrosoftSupport();
  });
  after(async () => {
    await simulation.close();
    assert.deepEqual(simulation.unknownCalls, []);
  });

  async function read(path: string): Promise<unknown> {
    const response = await simulation.call(homeTenant, path);
    assert.equal(response.status, 200, path);
    return response.json();
  }

  async function refused(path: string) {
    const response = await simulation.call(homeTenant, path);
    return { status: response.status, code: error.parse(await response.json()).error.code };
  }

  it('lists providers, partners that somebody added by hand, and Microsoft Support; no classic partner', async () => {
    const { value } = list('policies/crossTenantAccessPolicy/partners', partner).parse(await read(partners));
    assert.deepEqual(
      value.map(({ tenantId, isServiceProvider }) => [tenantId.slice(-1), isServiceProvider]),
      [
        ['1', true],
        ['2', null],
        ['3', false],
        ['3', true],
      ],
    );
    assert.equal(value[0]?.inboundTrust?.isMfaAccepted, true);
  });

  it('shows the roles that a provider is allowed, and 404 for anyone else', async () => {
    const shown = constraints.parse(await read(`${partners}/${provider}/serviceProviderConstraints`));
    assert.deepEqual(shown.allowedRoleTemplateIds, [helpdesk]);
    for (const last of ['2', '4', '9']) {
      const id = `90000000-0000-4000-8000-00000000000${last}`;
      assert.equal((await refused(`${partners}/${id}/serviceProviderConstraints`)).status, 404);
    }
  });

  it('does not offer them in every cloud', async () => {
    simulation.tenant(homeTenant).offersConstraints = false;
    assert.deepEqual(await refused(`${partners}/${provider}/serviceProviderConstraints`), {
      status: 404,
      code: 'BadRequest',
    });
    simulation.tenant(homeTenant).offersConstraints = true;
  });

  it('names any tenant, by id and by domain', async () => {
    const path = '/v1.0/tenantRelationships/findTenantInformationBy';
    for (const by of [`TenantId(tenantId='${provider}')`, "DomainName(domainName='litware.example')"]) {
      const { displayName, tenantId } = tenantInformation.parse(await read(path + by));
      assert.deepEqual([displayName, tenantId], ['Litware', provider]);
    }
    const elsewhere = await read(`${path}TenantId(tenantId='90000000-0000-4000-8000-00000000000f')`);
    assert.equal(tenantInformation.parse(elsewhere).displayName, 'Known');
    assert.deepEqual(await refused(`${path}TenantId(tenantId='90000000-0000-4000-8000-00000000000e')`), {
      status: 404,
      code: 'Directory_ObjectNotFound',
    });
  });

  it('lists subscriptions with who sold them', async () => {
    const { value } = list('directory/subscriptions', subscription).parse(
      await read('/v1.0/directory/subscriptions'),
    );
    assert.deepEqual(
      value.map(({ ownerTenantId }) => ownerTenantId),
      [null, provider, provider],
    );
  });

  it('shows an approval with who approved it, and leaves what was sold when access is taken away', async () => {
    const tenant = simulation.tenant(homeTenant);
    const id = '90000000-0000-4000-8000-000000000007';
    tenant.approve({ id, allowedRoles: [helpdesk], subscriptions: 1 }, 'alex@contoso.example');
    assert.ok(JSON.stringify(await read(partners)).includes(id));
    assert.equal(
      tenant.audits.some(
        ({ activityDisplayName, initiatedBy }) =>
          activityDisplayName === 'Add partner to company' &&
          initiatedBy?.user?.['displayName'] === 'alex@contoso.example',
      ),
      true,
    );
    tenant.removePartner(id);
    assert.ok(!JSON.stringify(await read(partners)).includes(id));
    assert.ok(JSON.stringify(await read('/v1.0/directory/subscriptions')).includes(id));
    assert.equal(tenant.audits[0]?.activityDisplayName, 'Remove partner from company');
  });
});
