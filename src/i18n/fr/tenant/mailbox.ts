import type { en } from '../../en.ts';
import { forms } from '../../plural-forms.ts';

const mailboxes = forms('boîte aux lettres', 'boîtes aux lettres');

export const mailbox: typeof en.mailbox = {
  title: 'Boîte aux lettres',
  states: {
    read: 'est lue à la recherche d’invitations.',
    refused:
      'ne peut pas encore être lue : l’autorisation manque. Qui exploite ce service trouve dans docs/mailbox.md comment la donner ; elle peut mettre des heures à compter.',
    unlicensed: 'ne peut pas être lue : elle n’a pas de licence Exchange Online.',
    unsupported:
      'n’existe pas, ou n’est pas une boîte d’Exchange Online. Qui exploite ce service doit vérifier INVITATION_MAILBOX.',
    unavailable:
      'n’a pas pu être lue à l’instant : Microsoft n’a pas répondu. Les e-mails y attendent et seront lus plus tard.',
  },
  state: (address, state) => `${address} ${state}`,
  othersReachable: (permissions) =>
    `L’application a reçu ${permissions}, qui ouvre toutes les boîtes aux lettres de votre organisation. Retirez ce consentement dans Microsoft Entra : lire cette seule boîte n’en demande aucun.`,
  othersReadable: (format, count, tried) =>
    `${format.number(count)} des ${format.number(tried)} autres ${format.plural(tried, mailboxes)} essayées peuvent être lues aussi. Limitez l’application à celle-ci, comme le dit docs/mailbox.md.`,
  othersRefused: (format, count, tried) =>
    `Autres boîtes aux lettres : ${format.number(count)} sur ${format.number(tried)} essayées ${format.plural(count, forms('a été refusée', 'ont été refusées'))}, comme il se doit. Les autres n’ont pas été essayées.`,
  othersNotShown: (format, tried) =>
    `On ne sait pas si d’autres boîtes aux lettres peuvent être lues : ${format.number(tried)} ${format.plural(tried, forms('a été essayée', 'ont été essayées'))}, de personnes qui n’en ont peut-être pas. Essayez-en une à la main, comme le dit docs/mailbox.md.`,
  othersNotTried:
    'Si d’autres boîtes aux lettres peuvent être lues n’a pas été essayé : l’application n’en connaît pas d’autre.',
  silent: (address, since) =>
    `La boîte aux lettres ${address} n’a pas pu être lue depuis le ${since} : des invitations y attendent peut-être. « Configuration » dit pourquoi.`,
  full: (address) =>
    `D’autres invitations attendent dans la boîte aux lettres ${address} : il y en a déjà autant en attente, arrivées par e-mail, qu’il peut y en avoir. Décidez-en ou annulez-en quelques-unes (dites « invitations »), et la lecture reprend d’elle-même.`,
};
