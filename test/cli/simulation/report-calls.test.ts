import assert from 'node:assert/strict';
import { homeTenant } from '../../support/examples/example-ids.ts';
import { openSimulated, type Simulated } from '../../support/servers/simulated.ts';
import { directoryAudit, error, list, signIn } from './documented-shapes.ts';

const provider = '90000000-0000-4000-8000-000000000001';
const audits = '/v1.0/auditLogs/directoryAudits';
const signIns = '/beta/auditLogs/signIns';

describe('the simulated Microsoft Graph: audits and sign-ins', () => {
  let simulation: Simulated;
  let now = new Date('2026-11-01T08:00:00Z');

  beforeEach(async () => {
    now = new Date('2026-11-01T08:00:00Z');
    simulation = await openSimulated({ now: () => now });
  });
  afterEach(() => simulation.close());

  async function rows(path: string, filter: string) {
    const response = await simulation.call(
      homeTenant,
      `${path}?$filter=${encodeURIComponent(filter)}&$top=50`,
    );
    assert.equal(response.status, 200, filter);
    const body = await response.json();
    return path === audits
      ? list('auditLogs/directoryAudits', directoryAudit)
          .parse(body)
          .value.map(({ activityDisplayName }) => activityDisplayName)
      : list('auditLogs/signIns', signIn)
          .parse(body)
          .value.map(({ homeTenantId }) => homeTenantId);
  }

  it('lists changes, newest first, since a time and by name', async () => {
    const tenant = simulation.tenant(homeTenant);
    tenant.addAudit({ activityDisplayName: 'Add user', activityDateTime: '2026-10-01T08:00:00Z' });
    tenant.approve({ id: provider });
    tenant.addMicrosoftSupport();
    assert.deepEqual(await rows(audits, 'activityDateTime ge 2026-10-31T00:00:00Z'), [
      'Add allowed assignable roles',
      'Add a partner to cross-tenant access setting',
      'Add partner to company',
    ]);
    assert.deepEqual(await rows(audits, "activityDisplayName eq 'Add user'"), ['Add user']);
    assert.deepEqual(
      await rows(
        audits,
        `activityDateTime ge 2026-10-31T00:00:00Z and targetResources/any(t: t/id eq '${provider}')`,
      ),
      ['Add a partner to cross-tenant access setting', 'Add partner to company'],
    );
  });

  it('lists sign-ins of others’ people; those without a person only where they are asked for', async () => {
    const tenant = simulation.tenant(homeTenant);
    tenant.addSignIn({ homeTenantId: homeTenant, crossTenantAccessType: 'none' });
    tenant.addSignIn({ homeTenantId: provider, signInEventTypes: ['nonInteractiveUser'] });
    const foreign = "createdDateTime ge 2026-10-31T00:00:00Z and crossTenantAccessType ne 'none'";
    assert.deepEqual(await rows(signIns, foreign), []);
    assert.deepEqual(
      await rows(
        signIns,
        `${foreign} and (signInEventTypes/any(t: t eq 'interactiveUser') or signInEventTypes/any(t: t eq 'nonInteractiveUser'))`,
      ),
      [provider],
    );
  });

  it('refuses sign-ins without Entra ID P1, and both without the permission, each with its own code', async () => {
    const tenant = simulation.tenant(homeTenant);
    const refused = async (path: string) => {
      const response = await simulation.call(homeTenant, path);
      return [response.status, error.parse(await response.json()).error.code];
    };
    tenant.licences.p1 = false;
    assert.deepEqual(await refused(signIns), [403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant']);
    tenant.granted.delete('AuditLog.Read.All');
    for (const path of [audits, signIns]) {
      assert.deepEqual(await refused(path), [403, 'Authentication_MSGraphPermissionMissing']);
    }
  });

  it('takes five requests in ten seconds for a tenant, and says when the next may come', async () => {
    const ask = async (tenant: string) => {
      const response = await simulation.call(tenant, audits);
      await response.text();
      return [response.status, response.headers.get('retry-after')];
    };
    for (let count = 0; count < 5; count += 1) assert.deepEqual(await ask(homeTenant), [200, null]);
    now = new Date(now.getTime() + 4000);
    assert.deepEqual(await ask(homeTenant), [429, '6']);
    assert.deepEqual(await ask('another tenant'), [200, null]);
    now = new Date(now.getTime() + 5999);
    assert.equal((await ask(homeTenant))[0], 429);
    assert.equal(simulation.calls.at(-1)?.isEarly, true);
    now = new Date(now.getTime() + 1001);
    assert.deepEqual(await ask(homeTenant), [200, null]);
    assert.equal(simulation.calls.at(-1)?.isEarly, false);
  });
});
