import type { inTenant as inEnglish } from '../en/in-tenant.ts';
import { partner } from './partner.ts';
import { recorded } from './recorded.ts';

const before =
  'Décidé ici avant que ce service ne lise Microsoft 365 ; cela ne montre pas que ce soit fait là-bas.';
const byDecisions = 'd’après ce qui a été décidé ici';

/** The texts of a desk whose decisions take effect in Microsoft 365; see the English ones. */
export const inTenant: typeof inEnglish = {
  history: {
    words: {
      delegatedAdminRemoved: {
        kind: 'Suppression d’autorisations déléguées décidée',
        what: ({ partner }) => `Suppression des autorisations déléguées de ${partner} décidée`,
      },
      delegatedAdminEnded: {
        kind: `Administration déléguée terminée, ${byDecisions}`,
        what: ({ partner }) =>
          `L’administration déléguée de ${partner} est arrivée à son terme, ${byDecisions}`,
      },
    },
    administration: {
      none: 'aucune autorisation déléguée décidée ici',
      active: 'autorisations déléguées décidées ici',
      ended: `autorisations déléguées arrivées à leur terme, ${byDecisions}`,
      removed: 'suppression des autorisations déléguées décidée ici',
    },
  },
  invitation: {
    effect: { inEffect: before, recorded: before },
    sandboxNote: 'Bac à sable : le locataire Microsoft 365 est simulé sur cette machine.',
  },
  partner: {
    noneAtAll:
      'Ce service ne connaît aucun partenaire de votre organisation. Il en apparaîtra un dès que son invitation sera autorisée, ou dès que Microsoft 365 en montrera un.',
    noAccess: 'Aucune autorisation déléguée décidée ici',
    active: 'Administration déléguée : décidée ici',
    ended: (date) => `Administration déléguée : terminée le ${date}, ${byDecisions}`,
    removed: (date) => `Autorisations déléguées : suppression décidée le ${date}`,
    until: (format, date, count) => `comme décidé, ${partner.until(format, date, count)}`,
    extendsOn: (format, date, count) => `comme décidé, ${partner.extendsOn(format, date, count)}`,
    mayDo: 'Ce qui a été décidé ici',
    rolesLead: 'Rôles décidés ici :',
    removedBy: (who, when) => `${who} a décidé le ${when} de supprimer ses autorisations déléguées.`,
    confirmLead:
      'Voici ce qui est à retirer. Cela se fait dans le Centre d’administration, et non par ce service :',
    staysAlone: (name) => `${name} reste ici parmi vos partenaires et peut être réinvité.`,
    nothingThere: 'n’a aucune autorisation déléguée décidée ici ou constatée ; rien ne change pour lui.',
    removedTitle: 'Suppression décidée',
    someFailedTitle: 'Toutes les suppressions n’ont pas été décidées',
    noneRemovedTitle: 'Aucune suppression n’a été décidée',
    removalEffect: { inEffect: before, recorded: before },
    removedNotice: (who, partner) =>
      `${who} a décidé de supprimer les autorisations déléguées de ${partner}.`,
  },
  reminder: recorded.reminder,
  review: {
    counted: {
      removed: (format, count) => `${format.number(count)} à supprimer`,
      ended: (format, count) =>
        `${format.number(count)} ${count > 1 ? 'arrivés' : 'arrivé'} à échéance, ${byDecisions}`,
    },
    endedOn: (when) =>
      `D’après ce qui a été décidé ici, ses autorisations déléguées ont pris fin le ${when}.`,
  },
};
