import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSampleContent } from '../../../src/cli/simulation/tenant/sample-content.ts';
import { SimulatedTenant } from '../../../src/cli/simulation/tenant/simulated-tenant.ts';
import { openTenantFile } from '../../../src/cli/simulation/tenant/tenant-file.ts';
import { openSimulatedTenants } from '../../../src/cli/start/open-simulated-tenants.ts';
import { StartError } from '../../../src/cli/start/start-error.ts';
import { homeTenant, otherTenant } from '../../support/examples/example-ids.ts';

const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';

describe('Simulated tenants, when the sandbox is started again', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-tenant-file-'));
    path = join(folder, 'data', 'simulated-tenant.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const newTenant = (id = homeTenant) => new SimulatedTenant(id, () => new Date());

  it('are as they were: partners, who I am, permissions, licences and consent', async () => {
    const before = newTenant();
    addSampleContent(before);
    const approved = before.approve({ id: otherTenant, name: 'Litware', allowedRoles: [helpdesk] });
    before.changePartner(approved.id, {
      inboundTrust: {
        isMfaAccepted: true,
        isCompliantDeviceAccepted: false,
        isHybridAzureADJoinedDeviceAccepted: false,
      },
    });
    const [support] = before.partners;
    before.removePartner(support?.id ?? '');
    before.everyone = 'eligible';
    before.granted.delete('AuditLog.Read.All');
    before.licences.p2 = false;
    before.hasConsented = false;
    await (await openTenantFile(path)).keep(before);

    const after = newTenant();
    assert.equal((await openTenantFile(path)).restore(after), true);
    assert.deepEqual(after.partners, before.partners);
    assert.equal(after.everyone, 'eligible');
    assert.deepEqual([...after.granted], [...before.granted]);
    assert.deepEqual(after.licences, { p1: true, p2: false });
    assert.equal(after.hasConsented, false);
  });

  it('are kept each on its own, in a file that only its owner reads', async () => {
    const file = await openTenantFile(path);
    assert.equal(file.restore(newTenant()), false);
    const [one, other] = [newTenant(), newTenant(otherTenant)];
    one.addPartner({ id: '90000000-0000-4000-8000-000000000001', name: 'Litware' });
    await Promise.all([file.keep(one), file.keep(other)]);
    const [oneAgain, otherAgain] = [newTenant(), newTenant(otherTenant)];
    const again = await openTenantFile(path);
    assert.ok(again.restore(oneAgain) && again.restore(otherAgain));
    assert.deepEqual(oneAgain.partners, one.partners);
    assert.deepEqual(otherAgain.partners, []);
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('say in one line which file to delete when it cannot be read', async () => {
    path = join(folder, 'simulated-tenant.json');
    for (const text of ['', '{', '[]', '{"x":{}}', '{"x":{"partners":[{"id":1}]}}']) {
      await writeFile(path, text);
      await assert.rejects(
        openSimulatedTenants({ tenant: homeTenant, folder, tenantFile: path, port: 0 }),
        (error) => error instanceof StartError && error.message.includes(path),
        text,
      );
    }
  });
});
