import assert from 'node:assert/strict';
import { openChat } from './support/chat.ts';
import { theSandbox } from './support/sandbox.ts';

const resellerLink =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=false#/BillingAccounts/partner-invitation';

describe('Partner invitations in the chat', () => {
  const chat = openChat();

  async function invite(...words: readonly string[]): Promise<void> {
    const { invite: send } = await theSandbox();
    await send(...words);
  }

  it('appear by themselves while the chat is open, and are authorized with one press', async () => {
    const { press, reads, picture, card } = chat();
    await invite('--function', 'reseller');
    await reads('Accept Partner Invitation', 'It asks to be your Reseller', 'Microsoft Cloud Agreement');
    await picture('invitation-of-a-reseller');
    await press('Authorize');
    await reads('Invitation authorized', 'In effect.', 'It may sell Microsoft products');
    await picture('authorized');
    assert.equal(await card.getByRole('button', { name: 'Authorize', exact: true }).count(), 0);
  });

  it('take a second step where they grant administration, which names the roles', async () => {
    const { press, reads, picture } = chat();
    await invite('--function', 'resellerAndDelegatedAdministrator');
    await reads('Accept Partner Invitation', 'Delegated administration', 'Privileged');
    await picture('invitation');
    await press('Authorize');
    await reads('You are about to grant this over your whole tenant');
    await picture('second-step');
    await press('Authorize and grant');
    await reads('Invitation authorized');
  });

  it('are cancelled with a reason', async () => {
    const { press, fill, reads, picture } = chat();
    await invite('--function', 'delegatedAdministrator', '--classic');
    await reads('Classic delegated admin privileges (DAP)');
    await press('Cancel');
    await fill('Why? (optional)', 'We asked nobody for this.');
    await press('Cancel the invitation');
    await reads('Invitation cancelled', 'Nothing was granted.', 'Reason: We asked nobody for this.');
    await picture('cancelled');
  });

  it('are listed, waiting and decided', async () => {
    const { say, press, reads } = chat();
    await say('invitations');
    await reads('No invitation is waiting.');
    await press('Decided');
    await reads('Invitation cancelled', 'Invitation authorized');
  });

  it('are found in a mail that is pasted, with what it claims', async () => {
    const { say, reads, picture } = chat();
    await say(`Partner: Fabrikam. Please open ${resellerLink} today.`);
    await reads(
      'Accept Partner Invitation',
      'You have not contacted this partner',
      'Anyone can make such a link.',
    );
    await picture('pasted');
  });

  it('are warned of where a link only looks like one', async () => {
    const { say, reads, picture, card } = chat();
    await say(resellerLink.replace('microsoft.com', 'microsoft.com.evil.example'));
    await reads('Do not open this link', 'The host imitates a Microsoft site');
    assert.equal(await card.getByRole('button').count(), 0);
    await picture('hostile-link');
  });

  it('are in French for who asks for it', async () => {
    const { say, press, reads, picture } = chat();
    await say('en français');
    await reads('C’est noté, en français');
    await invite('--function', 'delegatedAdministrator');
    await reads('Accepter l’invitation du partenaire', 'Privilégié', 'Microsoft Cloud Agreement');
    await picture('invitation-in-french');
    await press('Autoriser');
    await reads('Voici ce que vous allez accorder sur tout votre locataire');
    await press('Autoriser et accorder');
    await reads('Invitation autorisée', 'En vigueur.');
    await say('in English');
    await reads('English it is');
  });
});
