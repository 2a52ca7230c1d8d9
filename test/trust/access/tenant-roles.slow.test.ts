import assert from 'node:assert/strict';
import { ordinaryRoleIds, privilegedRoleIds } from '../../../src/domain/partners/role-template-ids.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { buttonsOf, cardsIn, textOf } from '../../support/cards/card-text.ts';
import { processSecret } from '../../support/desk/built-desk.ts';
import type { DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { adeleId, homeTenant } from '../../support/examples/example-ids.ts';
import { submittedGranular } from '../../support/examples/submitted-invitations.ts';
import { until } from '../../support/processes/until.ts';
import { openMicrosoft365, type Microsoft365 } from '../../support/servers/microsoft365.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';
import { submitSigned } from '../../support/servers/submit-signed.ts';

const { globalAdministrator } = privilegedRoleIds;
const group = '99999999-0000-4000-8000-00000000000f';
/** Always a Global Administrator: opens the cards that Adele presses. */
const megan = 'ade1ede1-5a6b-4c7d-8e9f-000000000002';
const settings = {
  INVITATION_SECRET: processSecret,
  ADMINS: '',
  // What is read for other reasons than a press would be in the way.
  WATCH_EVERY_SECONDS: '86400',
};

describe('A press in production, where the tenant says who has which role', function () {
  let production: Production;
  let tenants: Microsoft365;
  let desk: DeskProcess;

  before(async () => {
    production = await openProduction();
    tenants = await openMicrosoft365(production);
    tenants.tenant(homeTenant).assignRole({ principal: megan, role: globalAdministrator });
    desk = await production.start({ ...tenants.environment, ...settings });
  });
  after(async () => {
    await production.close();
    await tenants.close();
  });
  beforeEach(() => {
    const home = tenants.tenant(homeTenant);
    home.unassignRole(adeleId);
    home.unassignRole(group);
    home.faults.clear();
    home.failAs(undefined);
    for (const permission of ['RoleManagement.Read.Directory', 'GroupMember.Read.All']) {
      home.granted.add(permission);
    }
  });

  async function send(activity: object, person: string): Promise<AdaptiveCard | undefined> {
    const token = await production.identity.sign(production.channel.serviceUrl);
    const { text, status } = await desk.post(
      { ...activity, from: { id: `29:${person}`, name: 'Adele Vance', aadObjectId: person } },
      `Bearer ${token}`,
    );
    assert.equal(status, 200);
    return cardsIn([text])[0];
  }

  /** @returns the card that is posted in reply */
  async function say(text: string, person: string): Promise<AdaptiveCard> {
    const { channel } = production;
    const before = channel.posted.length;
    await send(messageToDesk(channel.serviceUrl, text), person);
    const replies = () =>
      cardsIn(
        channel.posted
          .slice(before)
          .filter(({ activity }) => activity['replyToId'] === 'activity-1')
          .map(({ activity }) => JSON.stringify(activity)),
      );
    await until(() => replies().length > 0);
    return replies()[0] ?? assert.fail('no card');
  }

  async function press(card: AdaptiveCard, title: RegExp, person: string): Promise<AdaptiveCard> {
    const button = buttonsOf(card).find((one) => title.test(one.title));
    if (button === undefined) throw new Error(`no button “${String(title)}” on ${textOf(card)}`);
    const value = {
      action: { type: 'Action.Execute', verb: button.verb, data: button.data },
      trigger: 'manual',
    };
    const message = messageToDesk(production.channel.serviceUrl, '');
    const answer = await send({ ...message, type: 'invoke', name: 'adaptiveCard/action', value }, person);
    return answer ?? assert.fail('no card');
  }

  /** Submits an invitation that Megan opens, and lets Adele authorize it. @param meanwhile between the two @returns what Adele reads */
  async function authorize(meanwhile: () => unknown = () => undefined): Promise<string> {
    const number = (submitted += 1);
    const partner = { tenantId: `3f1d3e0c-0000-4000-8000-0000000000${number}`, name: `Partner ${number}` };
    const body = {
      ...submittedGranular,
      id: `sent-${number}`,
      partner,
      tenantId: homeTenant,
      expiresAt: undefined,
    };
    assert.equal(await submitSigned(desk.url, body), 202);
    const opened = await press(
      await say('invitations', megan),
      new RegExp(`Review Partner ${number}$`),
      megan,
    );
    meanwhile();
    const answer = await press(opened, /^Authorize$/, adeleId);
    wasAsked = buttonsOf(answer).some(({ title }) => title.startsWith('Authorize and'));
    return textOf(wasAsked ? await press(answer, /^Authorize and/, adeleId) : answer);
  }
  /** Whether Adele was last asked to confirm each role. */
  let wasAsked = false;
  let submitted = 10;

  const decided = /Awaiting Microsoft 365/;
  const refused = /Only these roles can decide/;
  const unavailable = /Microsoft 365 did not say in time which roles you have/;
  const requests = () =>
    tenants.calls.filter(({ service, isInBatch }) => service === 'directory' && !isInBatch);

  it('decides for somebody who has the role directly, and for nobody else', async () => {
    const home = tenants.tenant(homeTenant);
    assert.match(await authorize(), refused);
    home.assignRole({ principal: adeleId, role: ordinaryRoleIds.billingAdministrator });
    assert.match(await authorize(), refused);
    home.assignRole({ principal: adeleId, role: globalAdministrator, scope: '/administrativeUnits/1' });
    assert.match(await authorize(), refused);
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    assert.match(await authorize(), decided);
    home.unassignRole(adeleId);
    assert.match(await authorize(), refused);
  });

  it('names every role in a second step, also to somebody whose cards do not know yet that they have one', async () => {
    await say('invitations', adeleId);
    tenants.tenant(homeTenant).assignRole({ principal: adeleId, role: globalAdministrator });
    assert.match(await authorize(), decided);
    assert.ok(wasAsked);
  });

  it('decides for somebody who has it through a group', async () => {
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: group, kind: 'group', role: globalAdministrator });
    home.addGroupMember(group, adeleId);
    assert.match(await authorize(), decided);
    home.removeGroupMember(group, adeleId);
    assert.match(await authorize(), refused);
  });

  it('tells somebody who may activate it to do that first', async () => {
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: adeleId, role: globalAdministrator, state: 'eligible' });
    assert.match(await authorize(), /Activate it in Microsoft Entra under “My roles”/);
    home.assignRole({ principal: adeleId, role: globalAdministrator, state: 'activated' });
    assert.match(await authorize(), decided);
  });

  for (const failure of ['down', 'hanging', 'refusing'] as const) {
    it(`decides nothing while Graph is ${failure}, and goes on once it is not`, async () => {
      const home = tenants.tenant(homeTenant);
      home.assignRole({ principal: adeleId, role: globalAdministrator });
      assert.match(
        await authorize(() => {
          home.failAs(failure);
        }),
        unavailable,
      );
      home.failAs(undefined);
      assert.match(await authorize(), decided);
    });
  }

  it('decides nothing without the permission to read roles', async () => {
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    assert.match(await authorize(() => home.granted.delete('RoleManagement.Read.Directory')), unavailable);
  });

  it('answers a claims challenge with another token', async () => {
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    home.faults.add(/batch/, { kind: 'claims', claims });
    assert.match(await authorize(), decided);
  });

  it('sends nothing more while Graph wants to be left alone', async () => {
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    const throttle = () => home.faults.add(/roleAssignments/, { kind: 'throttled', retryAfter: 600 }, 1);
    assert.match(await authorize(throttle), unavailable);
    const before = requests().length;
    assert.match(await authorize(), unavailable);
    assert.equal(requests().length, before);
    assert.deepEqual(
      tenants.calls.filter(({ isEarly }) => isEarly),
      [],
    );
  });

  it('decides for configured administrators while Graph is down, proved by a certificate', async () => {
    desk = await production.start({
      ...tenants.environment,
      ...settings,
      ...production.identity.certificate,
      MicrosoftAppPassword: '',
      ADMINS: `${homeTenant}/${adeleId}=globalAdministrator`,
    });
    const home = tenants.tenant(homeTenant);
    home.assignRole({ principal: adeleId, role: globalAdministrator });
    assert.match(await authorize(), decided);
    home.failAs('hanging');
    assert.match(await authorize(), decided);
  });

  after(() => {
    assert.deepEqual(tenants.unknownCalls, [], 'nothing undocumented');
    assert.ok(
      tenants.calls.filter(({ path }) => path === '/v1.0/$batch').some(({ priority }) => priority === 'high'),
    );
    assert.doesNotMatch(desk.printed(), /Adele|eyJ|Bearer|Partner 1\d/);
  });
});
