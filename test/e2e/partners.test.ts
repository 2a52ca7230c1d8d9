import { openChat } from './support/chat.ts';
import { theSandbox } from './support/sandbox.ts';

const partner = 'Wide World Importers Toulouse';
const several = ['Adventure Works Nantes', 'Coho Vineyard Nantes'];
const mpsaPartner = 'Northwind Traders Dijon';

describe('Partners in the chat', () => {
  const chat = openChat();

  before(async function () {
    await accept(partner, 'resellerAndDelegatedAdministrator');
    for (const each of several) await accept(each, 'delegatedAdministrator');
    await accept(mpsaPartner, 'mpsaPartner');
  });

  async function accept(name: string, asA: string): Promise<void> {
    const { invite } = await theSandbox();
    const { press, reads } = chat();
    await invite('--function', asA, '--partner', name);
    await reads('Accept Partner Invitation', name);
    await press('Authorize');
    if (asA !== 'mpsaPartner') await press('Authorize and grant');
    await reads('Invitation authorized');
  }

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

  it('lose them several at once, each with its outcome', async () => {
    const { say, press, fill, tick, reads, picture } = chat();
    await say('partners');
    await press('Filters');
    await fill('Name, domain or tenant id', 'Nantes');
    await press('Search');
    await reads('2 partners', ...several);
    await tick('Select 1');
    await tick('Select 2');
    await press('Remove delegated permissions');
    await reads('Remove the delegated permissions of 2 partners?', ...several);
    await picture('remove-several');
    await press('Remove delegated permissions');
    await reads('Delegated permissions removed', ...several);
    await picture('removed-several');
  });

  it('may see other purchases where that is allowed, until it is allowed no more', async () => {
    const { say, press, fill, reads, picture } = chat();
    await say('partners');
    await press('Filters');
    await fill('Name, domain or tenant id', mpsaPartner);
    await press('Search');
    await press(`Open ${mpsaPartner}`);
    await press('Let it see other purchases');
    await reads('Saved', 'Stop showing it other purchases');
    await picture('mpsa-partner');
    await press('Stop showing it other purchases');
    await reads('Saved', 'Let it see other purchases');
  });

  it('leave a history that says who did what, and is narrowed by filters', async () => {
    const { say, press, fill, choose, reads, picture, card } = chat();
    await say('history');
    await reads('Alex Wilber', mpsaPartner, 'Settings of');
    await picture('history');
    await press('Filters');
    await fill('Partner or provider', 'Nantes');
    await choose('What happened', 'Delegated permissions removed');
    await choose('Period', 'Last 7 days');
    await picture('history-filters');
    await press('Search');
    await reads(...several.map((name) => `Delegated permissions of ${name} removed`));
    // Until the card is replaced, the previous one shows the same removals and this partner too.
    await card.getByText(mpsaPartner).first().waitFor({ state: 'hidden' });
    await press('Whole history');
    await reads(mpsaPartner);
  });

  it('and their history are in French for who asks for it', async () => {
    const { say, press, fill, reads, picture } = chat();
    await accept('Coho Winery Lille', 'resellerAndDelegatedAdministrator');
    await say('en français');
    await say('nos partenaires');
    await reads('Partenaires', 'Coho Winery Lille', 'Revendeur et administrateur délégué');
    await picture('partners-in-french');
    await press(/Coho Winery Lille/);
    await reads('Privilégié', 'Alex Wilber');
    await press('Supprimer les autorisations déléguées');
    await reads('Supprimer les autorisations déléguées ?', 'Coho Winery Lille');
    await press('Supprimer les autorisations déléguées');
    await reads('Autorisations déléguées supprimées', 'Coho Winery Lille');
    await say(`historique de ${mpsaPartner}`);
    await reads('Historique', `Réglages de ${mpsaPartner} modifiés`);
    await press('Filtres');
    await fill('Personne', 'Alex');
    await press('Rechercher');
    await reads(`Réglages de ${mpsaPartner} modifiés`);
    await picture('history-in-french');
    await say('in English');
    await reads('English it is');
  });
});
