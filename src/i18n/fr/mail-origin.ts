import type { en } from '../en.ts';

export const mailOrigin: typeof en.mailOrigin = {
  lead: 'Elle est arrivée dans un message de',
  noSender: 'Elle est arrivée dans un message qui ne nomme pas d’expéditeur, ou plus d’un.',
  name: (name) => `qui se présente comme « ${name} »`,
  verdicts: {
    pass: 'réussi',
    fail: 'échoué',
    softfail: 'échoué sans rejet',
    neutral: 'sans avis',
    none: 'non utilisé',
    policy: 'refusé par une règle',
    temperror: 'non vérifiable',
    permerror: 'non vérifiable',
  },
  resultsBy: {
    anybody: (results) => `${results} : selon ses en-têtes, que n’importe qui peut écrire.`,
    mailbox: (results) => `${results} : noté par votre messagerie à la réception.`,
  },
  noResults: {
    anybody: 'Ses en-têtes ne disent rien de SPF, DKIM ou DMARC.',
    mailbox: 'Votre messagerie n’a rien noté sur SPF, DKIM ou DMARC.',
  },
  failed:
    'DMARC a échoué : rien ne montre que le message vient bien de cette adresse. Interrogez le partenaire, par un contact que vous connaissez, avant de décider.',
};
