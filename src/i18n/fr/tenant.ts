import type { TenantEvent } from '../../domain/history/tenant-event.ts';
import type { en } from '../en.ts';
import type { HistoryWords } from '../history-words.ts';
import { forms } from '../plural-forms.ts';

const days = forms('jour', 'jours');
const organisations = forms('organisation a accès', 'organisations ont accès');
const changes = forms('changement', 'changements');

export const tenant: (typeof en)['tenant'] = {
  alertTitle: 'Un changement dans votre locataire que personne n’a décidé ici',
  alertsTitle: 'Des changements dans votre locataire que personne n’a décidés ici',
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
  counted: (format, count) =>
    `Microsoft 365 montre ${format.number(count)} ${format.plural(count, changes)} à la fois. Écrivez « partenaires » pour voir qui a accès.`,
  listedTitle: 'Partner Desk lit maintenant votre locataire',
  listed: (format, count) =>
    `Dans Microsoft 365, ${format.number(count)} ${format.plural(count, organisations)} à votre locataire. Écrivez « partenaires » pour les voir. Vous serez désormais averti de tout changement.`,
  completedBy: (who, when, activity) => `${who}, ${when} : ${activity}`,
  awaitedTitle: 'Encore à faire dans Microsoft 365',
  awaitedAuthorization: (format, partner, count) =>
    `L’invitation de ${partner} a été acceptée ici il y a ${format.number(count)} ${format.plural(count, days)}, et Microsoft 365 ne la montre pas encore.`,
  awaitedRemoval: (format, partner, count) =>
    `Les autorisations déléguées de ${partner} ont été supprimées ici il y a ${format.number(count)} ${format.plural(count, days)}, et Microsoft 365 les montre encore.`,
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
