import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const days = forms('jour', 'jours');

export const reminder: typeof en.reminder = {
  endingTitle: 'L’administration déléguée se termine bientôt',
  extendingTitle: 'L’administration déléguée se prolonge bientôt d’elle-même',
  endedTitle: 'L’administration déléguée est terminée',
  left: (format, count) => {
    if (count <= 0) return 'aujourd’hui';
    return count === 1 ? 'demain' : `dans ${format.number(count)} ${format.plural(count, days)}`;
  },
  ends: (when, left) => `Elle se termine ${left}, le ${when}.`,
  endsOrExtends: (when, left) =>
    `Elle se termine ${left}, le ${when}, sauf si elle se prolonge d’elle-même, ce qu’on ne sait pas.`,
  extends: (when, left) =>
    `Elle se prolonge de 180 jours ${left}, le ${when}, sans rien demander à personne. Supprimez-la dès maintenant si elle n’est plus nécessaire.`,
  ended: (when) => `Elle s’est terminée le ${when}.`,
  renew: (partner) =>
    `Ce qui est terminé ne peut pas être rétabli. Si elle reste nécessaire, demandez une nouvelle invitation à ${partner}.`,
  rolesEnding: 'Rôles qui prennent fin :',
  rolesExtending: 'Rôles qui se prolongent :',
  rolesEnded: 'Rôles qu’il n’a plus :',
  open: 'Ouvrir le partenaire',
  endingNotice: (partner, left) => `L’administration déléguée de ${partner} se termine ${left}.`,
  extendingNotice: (partner, left) =>
    `L’administration déléguée de ${partner} se prolonge d’elle-même ${left}.`,
  endedNotice: (partner) => `L’administration déléguée de ${partner} est terminée.`,
};
