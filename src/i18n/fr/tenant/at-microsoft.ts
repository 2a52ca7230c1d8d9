import type { en } from '../../en.ts';

export const atMicrosoft: (typeof en)['atMicrosoft'] = {
  awaiting: 'En attente de Microsoft 365',
  settled: 'N’est plus attendu : autre chose a été décidé depuis.',
  todo: {
    granular:
      'Un administrateur général doit encore approuver la demande dans le Centre d’administration Microsoft 365. Aucun autre rôle ne le peut, et rien n’y change d’ici là.',
    reseller:
      'Un administrateur général ou de facturation doit encore accepter l’invitation dans le Centre d’administration Microsoft 365. Rien n’y change d’ici là.',
    unshown:
      'Quelqu’un doit encore mener cela à bien chez Microsoft. Rien dans Microsoft 365 ne le montre à ce service : appuyez sur « Fait chez Microsoft » une fois que c’est fait là-bas.',
    classic:
      'Un administrateur général doit encore l’accepter dans le Centre d’administration Microsoft 365. Microsoft 365 peut ne pas montrer ces privilèges classiques à ce service : si cette carte n’a pas changé le lendemain, appuyez sur « Fait chez Microsoft ».',
    sameRoles:
      'Un administrateur général doit encore approuver la demande dans le Centre d’administration Microsoft 365. Le partenaire a déjà ces rôles : Microsoft 365 aura ensuite le même aspect. Appuyez sur « Fait chez Microsoft » une fois que c’est fait là-bas.',
    removal:
      'Un administrateur général doit encore retirer les rôles dans le Centre d’administration Microsoft 365, sous Paramètres, Relations avec les partenaires. Le partenaire les garde d’ici là.',
    classicRemoval:
      'Un administrateur général doit encore retirer les rôles dans le Centre d’administration Microsoft 365, sous Paramètres, Relations avec les partenaires. Microsoft 365 peut ne pas montrer les privilèges classiques à ce service : appuyez sur « Fait chez Microsoft » une fois que c’est fait là-bas.',
  },
  turns: 'Cette carte changera d’elle-même dès que Microsoft 365 le montrera.',
  done: 'Fait chez Microsoft',
  confirmed: (when) => `Confirmé dans Microsoft 365 le ${when}`,
  completed: (who, when) => `D’après le journal d’audit de Microsoft 365, ${who} l’a mené à bien le ${when}.`,
  said: (who, when) =>
    `${who} déclare que c’est fait chez Microsoft (${when}). Microsoft 365 ne le montre pas.`,
  otherRoles: 'Approuvé avec d’autres rôles que ceux qu’annonçait l’invitation',
  more: (names) => `En plus : ${names}`,
  missing: (names) => `Annoncés, mais non approuvés : ${names}`,
  lesserRole:
    'Vous pouvez en décider ici ; chez Microsoft, seul un administrateur général peut mener la demande à bien. Votre rôle est un autre : mettez-vous d’abord d’accord avec l’un d’eux.',
  finisher: 'Chez Microsoft, seul un administrateur général peut mener la demande à bien.',
  onceDone: 'Une fois que ce sera fait là-bas :',
  ifDone: 'S’il en est ainsi :',
  confirmedNotice: (partner) =>
    `Microsoft 365 montre ce qui a été décidé au sujet de ${partner} : c’est confirmé.`,
  otherRolesNotice: (partner) =>
    `L’invitation de ${partner} a été approuvée chez Microsoft avec d’autres rôles que ceux qu’elle annonçait.`,
  completedNotice: (who) => `D’après son journal d’audit, ${who} l’a mené à bien.`,
  saidNotice: (who, partner) =>
    `${who} déclare que ce qui a été décidé au sujet de ${partner} est fait chez Microsoft. Microsoft 365 ne le montre pas.`,
  myRoles: 'Mes rôles',
};
