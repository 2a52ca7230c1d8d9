import assert from 'node:assert/strict';
import { privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import { textOf } from '../../support/cards/card-text.ts';
import { adeleId, homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { until } from '../../support/processes/until.ts';
import { openLinkedDesk, type DeskUser, type LinkedDesk } from '../../support/tenant/linked-desk.ts';

const { globalAdministrator, globalReader, userAdministrator } = privilegedRoleIds;
const adele: DeskUser = { tenant: homeTenant, id: adeleId, name: 'Adele Vance' };
/** An administrator of the other tenant, and nobody in the first. */
const diego: DeskUser = {
  tenant: otherTenant,
  id: 'd1e60000-5a6b-4c7d-8e9f-000000000001',
  name: 'Diego Siciliani',
};
const partner = (number: number) => ({
  id: `9b1f3c0e-0000-4000-8000-${String(number).padStart(12, '0')}`,
  name: `Partner ${number}`,
});

describe('A desk in production that watches two tenants', () => {
  let linked: LinkedDesk;

  before(async () => {
    linked = await openLinkedDesk();
    for (const [user, number] of [
      [adele, 1],
      [diego, 2],
    ] as const) {
      const tenant = linked.tenant(user.tenant);
      tenant.assignRole({ principal: user.id, role: globalAdministrator });
      tenant.addPartner({ ...partner(number), allowedRoles: [userAdministrator] });
      tenant.failAs('down');
    }
    await linked.start();
    for (const user of [adele, diego]) {
      await linked.install(user);
      linked.tenant(user.tenant).failAs(undefined);
    }
    for (const user of [adele, diego]) await linked.told(user, /1 organisation with access/);
  });
  after(() => linked.close());
  afterEach(() => {
    linked.assertWellBehaved();
  });

  const told = (user: DeskUser, text: RegExp) => linked.sentTo(user).filter((each) => text.test(each.text));

  it('reads each with its own token, and shows each only what is its own', async () => {
    const calls = linked.microsoft365.calls.filter(({ service }) => service !== 'token');
    assert.deepEqual(new Set(calls.map(({ tenant }) => tenant)), new Set([homeTenant, otherTenant]));
    const own = textOf(await linked.say(adele, 'partners'));
    const others = textOf(await linked.say(diego, 'partners'));
    assert.match(own, /Partner 1/);
    assert.doesNotMatch(own, /Partner 2/);
    assert.match(others, /Partner 2/);
    assert.doesNotMatch(others, /Partner 1/);
  });

  for (const failure of ['throttled', 'refusing', 'hanging'] as const) {
    it(`goes on reading one while the other is ${failure}`, async () => {
      linked.tenant(otherTenant).failAs(failure);
      const number = { hanging: 11, throttled: 12, refusing: 13 }[failure];
      await linked.afterRounds(1);
      linked.tenant().approve({ ...partner(number), allowedRoles: [globalReader] });
      await linked.told(adele, new RegExp(`Partner ${number} has access`));
      assert.equal(linked.tenant(otherTenant).failure, failure);
      assert.equal(told(diego, /nobody decided/).length, 0);
      linked.tenant(otherTenant).failAs(undefined);
    });
  }

  it('lets nobody decide in a tenant by a role in another', async () => {
    // What hung, and what was held back, is over.
    await linked.afterRounds(1, otherTenant);
    await linked.invite({ ...partner(3), tenant: otherTenant, roles: [userAdministrator] });
    const { card } = await linked.told(diego, /Partner 3/);
    assert.ok(card);
    // The same person in the other tenant, with a card that was posted there.
    const visiting = { ...adele, tenant: otherTenant };
    linked.tenant(otherTenant).addUser(adele.id);
    assert.match(textOf(await linked.press(visiting, card, /^Authorize$/)), /Only these roles can decide/);
    // A card of the other tenant shows nothing in one's own.
    assert.match(textOf(await linked.press(adele, card, /^Authorize$/)), /no such invitation/);
    assert.match(textOf(await linked.press(diego, card, /^Authorize$/)), /Authorize and|are about to grant/);
  });

  it('tells once of what changed when it is killed in the middle of a round, and loses nothing', async () => {
    const home = linked.tenant();
    for (const [time, pattern] of [/roleAssignments$/, /subscriptions$/, /findTenantInformation/].entries()) {
      const number = 20 + time;
      const mend = home.faults.add(pattern, { kind: 'hang' });
      home.approve({ ...partner(number), allowedRoles: [globalReader] });
      const { calls } = linked.microsoft365;
      const from = calls.length;
      await until(() =>
        calls.slice(from).some((call) => call.tenant === homeTenant && pattern.test(call.path)),
      );
      await linked.desk().stop('SIGKILL');
      mend();
      await linked.start();
      await linked.told(adele, new RegExp(`Partner ${number} has access`));
      await linked.afterRounds(2);
      assert.equal(told(adele, new RegExp(`Partner ${number} has access`)).length, 1);
    }
    assert.equal(told(adele, /organisation with access/).length, 1, 'no second first list');
  });

  it('counts an absence over a restart, and tells of it once', async () => {
    const home = linked.tenant();
    home.removePartner(partner(1).id);
    await linked.failAfterCompleteRead();
    await linked.afterRounds(1);
    await linked.desk().stop('SIGKILL');
    await linked.start();
    await linked.afterRounds(1);
    assert.equal(told(adele, /Partner 1 has no access/).length, 0);
    home.failAs(undefined);
    await linked.told(adele, /Partner 1 has no access/);
    // A post whose answer the desk did not live to store is sent again.
    await linked.afterRounds(1);
    await linked.desk().stop('SIGKILL');
    await linked.start();
    await linked.afterRounds(2);
    assert.equal(told(adele, /Partner 1 has no access/).length, 1);
    assert.match(textOf(await linked.say(adele, 'changes')), /Partner 1/);
  });
});
