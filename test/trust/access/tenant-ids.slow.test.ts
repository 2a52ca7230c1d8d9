import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeskProcess } from '../../support/desk/desk-process.ts';
import { messageToDesk } from '../../support/desk/message-to-desk.ts';
import { adeleId, homeTenant, otherTenant } from '../../support/examples/example-ids.ts';
import { openProduction, type Production } from '../../support/servers/production.ts';

const link =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

describe('A production desk for two tenants, whose settings write ids in capitals and braces', function () {
  let production: Production;
  let identity: Production['identity'];
  let channel: Production['channel'];
  let desk: DeskProcess;

  before(async () => {
    production = await openProduction();
    ({ identity, channel } = production);
    channel.rosterAs((conversation, id) => ({ id, tenantId: conversation, userRole: 'user' }));
    desk = await production.start({
      MicrosoftAppId: `{${identity.environment.MicrosoftAppId.toUpperCase()}}`,
      MicrosoftAppTenantId: 'contoso.onmicrosoft.com',
      ALLOWED_TENANTS: `${homeTenant.toUpperCase()}, {${otherTenant}}`,
      ADMINS: `{${homeTenant}}/${adeleId.toUpperCase()}=globalAdministrator`,
    });
  });
  after(() => production.close());

  /** @param tenant in any spelling, in every place that names it */
  async function send(tenant: string, person: string, changes: object): Promise<string> {
    const message = messageToDesk(channel.serviceUrl, 'help', tenant);
    const activity = {
      ...message,
      from: { ...message.from, aadObjectId: person, tenantId: tenant.toUpperCase() },
      conversation: { ...message.conversation, id: tenant },
      ...changes,
    };
    const token = await identity.sign(channel.serviceUrl, { tid: tenant.toLowerCase() });
    const { status, text } = await desk.post(activity, `Bearer ${token}`);
    assert.equal(status, 200);
    return text + JSON.stringify(channel.posted.splice(0));
  }

  const paste = async (tenant: string, person: string) => {
    const card = await send(tenant, person, { text: link });
    const [, invitation] = /"invitation":"([^"]+)"/.exec(card) ?? [];
    assert.ok(invitation, card);
    return invitation;
  };
  const authorize = (tenant: string, person: string, invitation: string) =>
    send(tenant, person, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'invitation.authorize', data: { invitation } } },
    });

  it('serves both, however the channel writes them, and lets an administrator of one decide there', async () => {
    const invitation = await paste(homeTenant, adeleId);
    const outcome = await authorize(homeTenant.toUpperCase(), `{${adeleId.toUpperCase()}}`, invitation);
    assert.match(outcome, /Authorization recorded/);
    assert.match(await send(homeTenant, adeleId, { text: 'history' }), /Invitation received/);
  });

  it('lets the same person decide nothing in the other tenant, nor see its history', async () => {
    const invitation = await paste(otherTenant, adeleId);
    assert.match(await authorize(otherTenant, adeleId, invitation), /Only these roles can decide/);
    assert.match(await send(otherTenant, adeleId, { text: 'history' }), /Only administrators see this/);
  });

  it('stores each tenant once', async () => {
    assert.deepEqual((await readdir(join(production.folder, 'data', 'tenants'))).toSorted(), [
      homeTenant,
      otherTenant,
    ]);
  });
});
