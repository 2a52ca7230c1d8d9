import { openChat } from './support/chat.ts';
import { theSandbox } from './support/sandbox.ts';

const partner = 'Wide World Importers Toulouse';

describe('Partners in the chat', () => {
  const chat = openChat();

  before(async function () {
    this.timeout(120_000);
    const { invite } = await theSandbox();
    const { press, reads } = chat();
    await invite('--function', 'resellerAndDelegatedAdministrator', '--partner', partner);
    await reads('Accept Partner Invitation', partner);
    await press('Authorize');
    await press('Authorize and grant these permissions');
    await reads('Invitation authorized');
  });

  it('are listed with what each may do, and what deserves attention', async () => {
    const { say, reads, picture } = chat();
    await say('who has access to our tenant?');
    await reads('Partners', partner, 'Reseller & delegated administrator');
    await picture('partners');
  });

  it('open with their roles, and who authorized them', async () => {
    const { press, reads, picture } = chat();
    await press(new RegExp(partner));
    await reads(partner, 'Privileged', 'Alex Wilber');
    await picture('partner');
  });

  it('lose their delegated permissions after a question that says what stays', async () => {
    const { say, press, reads, picture } = chat();
    await say(`revoke ${partner}`);
    await reads(partner, 'can still work with you');
    await picture('remove');
    await press('Remove delegated permissions');
    await reads('removed', partner);
    await picture('removed');
  });

  it('leave a history that says who did what', async () => {
    const { say, reads, picture } = chat();
    await say('history');
    await reads('Alex Wilber', partner);
    await picture('history');
  });
});
