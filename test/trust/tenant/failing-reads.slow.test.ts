import assert from 'node:assert/strict';
import { privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import type { Fault } from '../../../src/cli/simulation/tenant/faults.ts';
import { textOf } from '../../support/cards/card-text.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { until } from '../../support/processes/until.ts';
import { openLinkedDesk, type DeskUser, type LinkedDesk } from '../../support/tenant/linked-desk.ts';

const { globalAdministrator, globalReader, userAdministrator } = privilegedRoleIds;
const adele: DeskUser = { tenant: homeTenant, id: adeleId, name: 'Adele Vance' };
const known = { id: '9b1f3c0e-0000-4000-8000-000000000001', name: 'Fabrikam' };
const invited = { id: '9b1f3c0e-0000-4000-8000-000000000002', name: 'Litware' };
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';

describe('Reads that fail, of a desk in production', () => {
  let linked: LinkedDesk;

  before(async () => {
    linked = await openLinkedDesk();
    const home = linked.tenant();
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    home.addPartner({ ...known, allowedRoles: [userAdministrator] });
    home.failAs('down');
    await linked.start();
    await linked.install(adele);
    home.failAs(undefined);
    await linked.told(adele, /1 organisation with access/);
    await linked.invite({ ...invited, roles: [globalReader] });
    const { card } = await linked.told(adele, /Litware/);
    assert.ok(card);
    const asked = await linked.press(adele, card, /^Authorize$/);
    assert.match(textOf(await linked.press(adele, asked, /^Authorize and/)), /awaiting Microsoft 365/i);
  });
  after(() => linked.close());
  beforeEach(() => {
    linked.tenant().failAs(undefined);
  });
  afterEach(() => {
    linked.assertWellBehaved();
  });

  const said = () =>
    linked
      .sentTo(adele)
      .map(({ text }) => text)
      .join('\n');
  const calls = (pattern: RegExp) => linked.microsoft365.calls.filter(({ path }) => pattern.test(path));

  async function assertNothingLearned(): Promise<string> {
    const list = textOf(await linked.say(adele, 'partners'));
    assert.match(list, /Fabrikam/);
    assert.match(list, /Litware/);
    assert.doesNotMatch(list, /Gone from|Confirmed in/);
    assert.doesNotMatch(said(), /Confirmed in|has no access|nobody decided|it is confirmed/);
    return list;
  }

  const list = /crossTenantAccessPolicy\/partners$/;
  const faults: Readonly<Record<string, Fault>> = {
    'with 500': { kind: 'status', status: 500 },
    'with 503 that does not say for how long': { kind: 'status', status: 503, code: 'serviceNotAvailable' },
    'with an answer that breaks off': { kind: 'cut' },
    'with half an answer': { kind: 'malformed' },
    'with text': { kind: 'body', body: 'Service unavailable.' },
    'with a list that is null': { kind: 'body', body: { value: null } },
    'with rows of another shape': { kind: 'body', body: { value: [{ tenantId: 7 }] } },
    'with nothing at all': { kind: 'body', body: {} },
    'with a next page somewhere else': { kind: 'foreignNextLink', origin: 'https://localhost:1' },
  };

  for (const [how, fault] of Object.entries(faults)) {
    it(`neither misses nor confirms anything while Graph answers ${how}`, async () => {
      const home = linked.tenant();
      // The tenant itself shows neither the one nor the other meanwhile.
      home.faults.add(list, fault);
      home.faults.add(/roleAssignments$/, fault);
      await linked.afterRounds(2);
      home.removePartner(known.id);
      home.addPartner({ ...invited, allowedRoles: [globalReader] });
      await linked.afterRounds(2);
      const shown = await assertNothingLearned();
      assert.match(shown, /Not read: who is a service provider \(Microsoft 365 did not answer\)/);
      home.removePartner(invited.id);
      home.addPartner({ ...known, allowedRoles: [userAdministrator] });
    });
  }

  const permissions: Readonly<Record<string, RegExp | undefined>> = {
    'Policy.Read.All': /who is a service provider \(permission Policy\.Read\.All is missing\)/,
    'RoleManagement.Read.Directory':
      /the roles that partners hold \(permission RoleManagement\.Read\.Directory is missing\)/,
    'Organization.Read.All': /who sold your subscriptions \(permission Organization\.Read\.All is missing\)/,
    'CrossTenantInformation.ReadBasic.All': undefined,
    'GroupMember.Read.All': undefined,
    'AuditLog.Read.All': undefined,
  };

  for (const [permission, missing] of Object.entries(permissions)) {
    it(`goes on with less without ${permission}`, async () => {
      const home = linked.tenant();
      home.granted.delete(permission);
      await linked.afterRounds(2);
      const shown = await assertNothingLearned();
      if (missing !== undefined) assert.match(shown, missing);
      const setup = textOf(await linked.say(adele, 'setup'));
      assert.match(setup, new RegExp(`${permission.replaceAll('.', '\\.')}[^]*missing`));
      home.granted.add(permission);
    });
  }

  it('asks again with the claims that are wanted, and reads on', async () => {
    const home = linked.tenant();
    const tokens = calls(/oauth2/).length;
    home.faults.add(/ \/(?:v1\.0|beta)\//, { kind: 'claims', claims });
    await linked.afterRounds(3);
    assert.equal(calls(/oauth2/).length, tokens + 1, 'one token, whatever is read with it');
    const shown = await assertNothingLearned();
    assert.doesNotMatch(shown, /Not read/);
  });

  it('asks nothing more of a service that wants to be left alone, in the next round neither', async () => {
    const home = linked.tenant();
    const from = linked.microsoft365.calls.length;
    const held = (service: string) =>
      linked.microsoft365.calls
        .slice(from)
        .findIndex((call) => call.service === service && call.status === 429);
    // On the first page, inside a batch, and of another kind.
    for (const pattern of [list, /serviceProviderConstraints/, /subscriptions$/, /roleAssignments/]) {
      home.faults.add(pattern, { kind: 'throttled', retryAfter: 3 }, 1);
      const before = linked.microsoft365.calls.length;
      await until(() => linked.microsoft365.calls.slice(before).some(({ status }) => status === 429));
      await linked.afterRounds(1);
      linked.assertWellBehaved();
    }
    assert.ok(held('directory') >= 0);
    home.faults.add(list, { kind: 'status', status: 503, retryAfter: 3 }, 1);
    await linked.afterRounds(2);
    await assertNothingLearned();
  });

  it('refuses a press while Graph still hangs, decides nothing, and serves it afterwards', async () => {
    const home = linked.tenant();
    const shown = await linked.press(adele, await linked.say(adele, 'partners'), /Fabrikam/);
    const asked = await linked.press(adele, shown, /^Remove delegated permissions$/);
    home.failAs('hanging');
    const refused = textOf(await linked.press(adele, asked, /^Remove/));
    assert.match(refused, /Microsoft 365 did not say in time which roles you have/);
    assert.equal(home.failure, 'hanging');
    home.failAs(undefined);
    await assertNothingLearned();
    assert.match(textOf(await linked.press(adele, asked, /^Remove/)), /awaiting Microsoft 365/i);
  });
});
