import type { en } from '../en.ts';

export const desk: typeof en.desk = {
  welcomeTitle: 'Bienvenue dans Partner Desk',
  welcomeBy: (name) => `${name} a ajouté Partner Desk ici.`,
  purpose:
    'Trouvez les fournisseurs de solutions qui travaillent avec Microsoft 365 et contactez-les. Quand l’un d’eux vous répond, c’est ici que vous décidez de ce qu’il peut faire dans votre organisation.',
  helpTitle: 'Ce que vous pouvez dire',
  helpLead: 'Écrivez comme à un collègue. Par exemple :',
  notUnderstoodTitle: 'Je n’ai pas compris',
  notUnderstoodLead: 'Je peux chercher ces mots dans l’annuaire des fournisseurs, ou bien vous pouvez dire :',
  examples: [
    { say: 'rechercher un fournisseur', does: 'ouvre l’annuaire des fournisseurs' },
    { say: 'un revendeur à Lyon pour Azure', does: 'cherche selon votre besoin' },
    { say: 'seulement en France · le deuxième · page suivante', does: 'poursuit à partir des résultats' },
    {
      say: 'une invitation : lien, message entier ou fichier .eml',
      does: 'montre ce qu’elle demande, ou ce qui ne va pas',
    },
    { say: 'invitations', does: 'montre ce qui attend une décision' },
    { say: 'partenaires', does: 'montre qui peut faire quoi dans votre organisation' },
    {
      say: 'revue des partenaires',
      does: 'examine un par un ceux qui ont des autorisations déléguées',
    },
    { say: 'changements', does: 'montre ce qui a changé dans Microsoft 365 sans décision prise ici' },
    { say: 'historique', does: 'montre qui a fait quoi, et quand' },
    { say: 'mes demandes', does: 'montre qui vous avez contacté et où cela en est' },
    { say: 'notifier ici', does: 'annonce les invitations dans ce canal' },
    { say: 'in English', does: 'passe à l’anglais' },
  ],
  searchFor: (words) => `Chercher « ${words} »`,
  findProvider: 'Rechercher un fournisseur',
  myRequests: 'Mes demandes',
  partners: 'Partenaires',
  invitations: 'Invitations',
  help: 'Aide',
  tryAgain: 'Réessayer',
  languageTitle: 'C’est noté, en français',
  languageText: 'Je vous écrirai désormais en français. Dites « in English » pour revenir à l’anglais.',
  editTitle: 'Un message modifié ne change rien',
  editText: 'Votre message modifié demande un changement ici. Envoyez-le comme nouveau message.',
  errorTitle: 'Cela n’a pas fonctionné',
  unexpected: (reference) =>
    `Une erreur s’est produite de notre côté. Réessayez, ou donnez la référence ${reference} à la personne qui gère ce service.`,
  sandboxNote: 'Bac à sable : données d’exemple, rien ne quitte cette machine.',
};
