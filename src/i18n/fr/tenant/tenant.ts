import type { TenantEvent } from '../../../domain/history/tenant-event.ts';
import type { en } from '../../en.ts';
import type { HistoryWords } from '../../history-words.ts';
import { forms } from '../../plural-forms.ts';

const days = forms('jour', 'jours');
const organisations = forms('organisation', 'organisations');

export const tenant: (typeof en)['tenant'] = {
  changed: {
    accessGained: (partner) => `${partner} a accès à votre locataire, et personne ne l’a décidé ici.`,
    accessReturned: (partner) =>
      `${partner} a de nouveau accès à votre locataire, et personne ne l’a décidé ici.`,
    accessGrown: (partner) => `${partner} a plus de rôles dans votre locataire qu’il n’en a été décidé ici.`,
    otherRolesApproved: (partner) =>
      `L’invitation de ${partner} a été approuvée avec d’autres rôles que ceux qu’elle annonçait.`,
    accessGone: (partner) =>
      `${partner} n’a plus accès à votre locataire, et personne ne le lui a retiré ici.`,
    trustChanged: (partner) => `Ce que votre locataire accepte de ${partner} à la connexion a été modifié.`,
    signInAfterSilence: (partner) =>
      `${partner} s’est connecté à votre locataire pour la première fois depuis longtemps.`,
  },
  listedTitle: 'Partner Desk lit maintenant votre locataire',
  listed: (format, count) =>
    count === 0
      ? 'Dans Microsoft 365, aucun partenaire n’a accès à votre locataire.'
      : `Dans Microsoft 365, ${format.number(count)} ${format.plural(count, forms('organisation a', 'organisations ont'))} accès à votre locataire.`,
  listedPrivileged: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('a', 'ont'))} des rôles privilégiés`,
  listedUnknown: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('est entrée', 'sont entrées'))} sans décision prise ici`,
  listedSupport:
    'Le support Microsoft a également accès, comme toujours tant qu’une demande d’assistance est ouverte.',
  listedNext: 'Parcourez la liste une fois. Vous serez désormais averti de tout changement.',
  completedBy: (who, when, activity) => `${who}, ${when} : ${activity}`,
  foundThere: (format, count) =>
    `${format.number(count)} ${format.plural(count, organisations)} avec un accès`,
  decided: { authorization: 'Pour une autorisation', removal: 'Pour une suppression' },
  awaitedTitle: 'Encore à faire dans Microsoft 365',
  awaitedOver: 'Plus à faire dans Microsoft 365',
  decidedOn: (when) => `Décidé le ${when}.`,
  ago: (format, when, count) =>
    `Décidé le ${when}, il y a ${format.number(count)} ${format.plural(count, days)}. Microsoft 365 ne le montre pas encore.`,
  awaitedNotice: (partner) =>
    `Ce qui a été décidé au sujet de ${partner} est encore à faire dans Microsoft 365.`,
  openInvitation: 'Ouvrir l’invitation',
};

/** The words of the history for what the tenant shows. */
export const tenantEvents: Pick<HistoryWords, TenantEvent['kind']> = {
  tenantFirstRead: {
    kind: 'Première lecture du locataire',
    what: () => 'Première lecture du locataire',
  },
  tenantAlertRaised: {
    kind: 'Changement constaté dans le locataire',
    what: ({ partner }) => `Changement constaté dans le locataire, que personne n’a décidé ici : ${partner}`,
  },
  tenantAlertExpected: {
    kind: 'Changement attendu dans le locataire',
    what: ({ partner }) => `Changement dans le locataire déclaré attendu : ${partner}`,
  },
  doneAtMicrosoft: {
    kind: 'Déclaré fait chez Microsoft',
    what: ({ partner }) => `Déclaré fait chez Microsoft, sans que Microsoft 365 le montre : ${partner}`,
  },
  completionAudited: {
    kind: 'Trouvé dans le journal d’audit de Microsoft 365',
    what: ({ partner }) => `Le journal d’audit de Microsoft 365 montre qui l’a mené à bien : ${partner}`,
  },
  tenantChangeRefused: {
    kind: 'Déclaration sur le locataire refusée',
    what: ({ partner }) => `Déclaration sur l’accès de ${partner} refusée`,
  },
};
