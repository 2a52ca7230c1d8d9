import { openChat } from './support/chat.ts';

describe('The desk in French', () => {
  const chat = openChat();

  it('changes to French when it is told so', async () => {
    const { say, reads } = chat();
    await say('en français');
    await reads('C’est noté, en français', 'Rechercher un fournisseur');
  });

  it('finds what is asked for in French', async () => {
    const { say, press, reads, picture } = chat();
    await say('un revendeur à Lyon pour Azure');
    await reads('Filtré par : Lyon · Azure · Revendeur', /\d fournisseurs/, 'Contacter les choisis');
    await press('Filtres');
    await reads('Fonction');
    await press('Filtres');
    await picture('french');
  });

  it('shows a provider’s details in French', async () => {
    const { say, press, reads } = chat();
    await say('le premier');
    await reads('Travaille avec vous comme', 'Retour aux résultats');
    await press('Contacter');
    await reads('Contacter ce fournisseur');
  });

  it('asks in French, and says in French what is wrong', async () => {
    const { press, fill, reads } = chat();
    await fill('Nom de l’organisation', 'Contoso');
    await press('Envoyer');
    await reads('Ce champ est à remplir.', 'Cochez cette case pour envoyer votre demande.');
  });

  it('says in French what to give up where nothing is found', async () => {
    const { say, reads, press } = chat();
    await say('trouver un partenaire MPSA à Nairobi pour Dynamics 365');
    await reads('Aucun fournisseur ne correspond à tout cela', 'En renonçant à l’un de ces critères');
    await press(/^Sans Nairobi/);
    await reads(/\d fournisseurs/);
  });

  it('changes back to English when it is told so', async () => {
    const { say, reads } = chat();
    await say('in English');
    await reads('English it is');
  });
});
