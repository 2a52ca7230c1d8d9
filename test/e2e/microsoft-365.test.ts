import assert from 'node:assert/strict';
import { openAdminCenter } from './support/admin-center.ts';
import { openChat } from './support/chat.ts';
import { theSandbox } from './support/sandbox.ts';

const invited = 'Proseware Conseil Toulouse';
const reseller = 'The Phone Company Paris';

describe('A tenant in Microsoft 365, as the chat shows it', () => {
  const chat = openChat('microsoft365');
  const adminCenter = openAdminCenter();
  let stranger = '';

  async function invite(asA: string): Promise<void> {
    await (await theSandbox('microsoft365')).invite('--function', asA);
  }

  it('awaits an authorization until it is approved in the admin center, which the card opens', async () => {
    const { press, reads, follow, isTold, picture, card } = chat();
    await invite('delegatedAdministrator');
    await reads('Accept Partner Invitation', invited);
    await press('Authorize');
    await press('Authorize and grant');
    await reads(
      'Invitation authorized',
      'Awaiting Microsoft 365',
      'Global Administrator still has to approve',
    );
    await picture('awaiting');
    const request = await follow('Open the admin center');
    await request.getByText('This is a simulation').waitFor();
    await request.getByText(`${invited} asks for access`).waitFor();
    await request.getByRole('button', { name: 'Approve' }).click();
    await request.getByText(`${invited} was approved`).waitFor();
    await request.close();
    await reads('Confirmed in Microsoft 365');
    await isTold(`Microsoft 365 shows what was decided about ${invited}: it is confirmed.`);
    await card.getByText('Awaiting Microsoft 365').waitFor({ state: 'hidden' });
    await picture('confirmed');
  });

  it('speaks up when somebody else lets a partner in', async () => {
    const { press, fill, reads, picture } = chat();
    const done = await adminCenter().press('Give an unknown partner access', { As: 'Global Administrator' });
    [, stranger = ''] = /^(.+) was given access/.exec(done) ?? [];
    assert.notEqual(stranger, '');
    await reads(`${stranger} has access to your tenant, and nobody decided that here.`, 'Privileged');
    await picture('alert');
    await press('Expected');
    await fill('Why was it expected? (optional)', 'They help us for a week.');
    await press('It was expected');
    await reads('Alex Wilber', 'They help us for a week.');
  });

  it('has partners that were decided here, and others, each as it is there', async () => {
    const { say, press, reads, picture } = chat();
    await say('partners');
    await reads(
      invited,
      'Confirmed in Microsoft 365',
      'Unknown to this desk',
      'known from subscriptions only',
    );
    await picture('partners-in-microsoft-365');
    await press(new RegExp(stranger));
    await reads(stranger, 'In Microsoft 365', 'Used or idle', 'What Microsoft 365 does not tell this desk');
    await picture('partner-in-microsoft-365');
  });

  it('awaits a removal until it is done in the admin center', async () => {
    const { say, press, reads, picture } = chat();
    await press('Remove delegated permissions');
    await reads('Remove delegated permissions?', stranger);
    await press('Remove delegated permissions');
    await reads('Removal: awaiting Microsoft 365', stranger);
    await picture('removal-awaiting');
    await adminCenter().pressAt(stranger, 'Remove its access');
    await reads('Removal confirmed in Microsoft 365', stranger);
    await picture('removal-confirmed');
    await say('history');
    await reads(stranger, 'shows no delegated permissions', invited);
  });

  it('says whether the link to it works', async () => {
    const { say, reads, picture } = chat();
    await say('setup');
    await reads('Link to Microsoft 365', 'Everything that is needed is there.', 'AuditLog.Read.All');
    await picture('setup');
  });

  it('decides who may press, at the press; nothing is decided while it does not answer', async () => {
    const { say, press, reads } = chat();
    const wants = async () => {
      await say(`revoke ${invited}`);
      await reads('Remove delegated permissions?', invited);
    };
    await wants();
    await adminCenter().press('Be this', { 'Everyone in the chat is': 'No administrator' });
    await press('Remove delegated permissions');
    await reads('You cannot decide this yourself');
    await adminCenter().press('Be this', { 'Everyone in the chat is': 'Global Administrator' });
    await wants();
    await adminCenter().press('Make it fail', { How: 'It is down (503)' });
    await press('Remove delegated permissions');
    await reads('No removal was decided', 'did not say in time which roles you have');
    await say('partners');
    await reads(invited, 'Confirmed in Microsoft 365');
    await adminCenter().press('Mend it');
  });

  it('is in French for who asks for it', async () => {
    const { say, press, reads, follow, picture } = chat();
    await say('en français');
    await invite('resellerAndDelegatedAdministrator');
    await reads('Accepter l’invitation', reseller);
    await press('Autoriser');
    await press('Autoriser et accorder');
    await reads('En attente de Microsoft 365');
    await picture('awaiting-in-french');
    const request = await follow('Ouvrir le Centre d’administration');
    await request.getByRole('button', { name: 'Approve' }).click();
    await request.getByText(`${reseller} was approved`).waitFor();
    await request.close();
    await reads('Confirmé dans Microsoft 365');
    await adminCenter().press('Give an unknown partner access', { As: 'Global Reader' });
    await reads('a accès à votre locataire', 'Privilégié');
    await picture('alert-in-french');
    await say('partenaires');
    await reads(reseller, 'Confirmé dans Microsoft 365', 'Inconnu de ce service');
    await picture('partners-in-microsoft-365-in-french');
    await say('in English');
    await reads('English it is');
  });
});
