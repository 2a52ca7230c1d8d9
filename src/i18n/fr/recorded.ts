import type { DecisionWords } from '../decision-words.ts';
import type { recorded as inEnglish } from '../en/recorded.ts';
import { forms } from '../plural-forms.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { alreadyDecided } from './errors.ts';

const onlyRecorded = 'enregistré ici ; rien n’a encore été fait dans Microsoft 365';
const sentence = 'Enregistré ici ; rien n’a encore été fait dans Microsoft 365.';
const byRecords = 'd’après ce qui est enregistré ici';
const untilRemoved =
  'Elles ne disparaissent qu’une fois que vous les aurez retirées aussi dans le Centre d’administration.';
const removed = forms('supprimé', 'supprimés');
const ended = forms('arrivé à échéance', 'arrivés à échéance');

const authorized: DecisionWords['authorized'] = {
  title: 'Autorisation enregistrée',
  decided: ({ who, when }) => `${who} l’a autorisée le ${when} : ${onlyRecorded}.`,
  notice: ({ who, partner }) => `${who} a autorisé l’invitation de ${partner} : ${onlyRecorded}.`,
  already: ({ who, on }) => `${who} a autorisé cette invitation le ${on} : ${onlyRecorded}.`,
};

/** The texts of a desk that records decisions and does nothing in Microsoft 365: none claims more. */
export const recorded: typeof inEnglish = {
  decision: {
    words: {
      authorized,
      cancelled: {
        decided: ({ who, when }) => `${who} l’a annulée ici le ${when}. Rien n’a été accordé d’ici.`,
      },
      lapsed: {
        decided: ({ when }) => `Personne n’a décidé ici avant le ${when}. Rien n’a été accordé d’ici.`,
        notice: ({ partner }) => `L’invitation de ${partner} a expiré. Rien n’a été accordé d’ici.`,
      },
      withdrawn: {
        decided: ({ when }) => `Le partenaire l’a retirée le ${when}. Rien n’a été accordé d’ici.`,
      },
    },
  },
  desk: {
    purpose:
      'Trouvez les fournisseurs de solutions qui travaillent avec Microsoft 365 et contactez-les. Quand l’un d’eux vous répond, vous enregistrez ici ce qu’il peut faire dans votre organisation, et vous êtes conduit à la page de Microsoft 365 où cela se fait.',
    examples: desk.examples.map((example) =>
      example.say === 'partenaires'
        ? { ...example, does: 'montre ce qui a été enregistré ici sur chacun' }
        : example,
    ),
  },
  history: {
    words: {
      invitationAuthorized: {
        kind: 'Autorisation enregistrée ici',
        what: ({ partner, asA }) => `Invitation de ${partner} autorisée (${onlyRecorded}) : ${asA}`,
      },
      delegatedAdminRemoved: {
        kind: 'Suppression d’autorisations déléguées enregistrée ici',
        what: ({ partner }) => `Autorisations déléguées de ${partner} supprimées (${onlyRecorded})`,
      },
      delegatedAdminEnded: {
        kind: `Administration déléguée terminée, ${byRecords}`,
        what: ({ partner }) =>
          `L’administration déléguée de ${partner} est arrivée à son terme, ${byRecords}`,
      },
    },
    administration: {
      none: 'aucune autorisation déléguée enregistrée ici',
      active: 'autorisations déléguées enregistrées ici',
      ended: `autorisations déléguées arrivées à leur terme, ${byRecords}`,
      removed: 'suppression des autorisations déléguées enregistrée ici',
    },
  },
  invitation: {
    unnamedText:
      'Il ouvre chez Microsoft une offre qui peut comprendre l’administration déléguée, sans nommer le partenaire. Vous ne pouvez pas l’accepter ici. Demandez au partenaire une invitation qui porte son identifiant de locataire.',
    agreement: (name, url) =>
      `**Autoriser** accepte cette invitation et le [${name}](${url}) : c’est enregistré ici, et rien n’est fait dans Microsoft 365.`,
    agreementAccepted: (name, url) => `L’acceptation du [${name}](${url}) est enregistrée ici en même temps.`,
    confirmLead:
      'Vous allez enregistrer que vous accordez ceci sur tout votre locataire. Cela ne fait rien dans Microsoft 365.',
    confirmAuthorize: 'Autoriser et enregistrer ces autorisations',
    effect: {
      inEffect: sentence,
      recorded: sentence,
      awaiting: sentence,
      said: sentence,
      confirmed: sentence,
    },
    granted: 'Une fois que ce sera fait là-bas :',
    seesPurchases: 'Enregistré ici : il peut voir vos achats auprès de vos autres partenaires MPSA.',
    seesNoPurchases: 'Enregistré ici : il ne peut pas voir vos achats auprès de vos autres partenaires MPSA.',
  },
  partner: {
    noneAtAll:
      'Aucun partenaire de votre organisation n’est enregistré ici. Il en apparaîtra un dès que vous aurez accepté son invitation.',
    noAccess: 'Aucune autorisation déléguée enregistrée ici',
    active: `Administration : ${onlyRecorded}`,
    awaiting: `Administration : ${onlyRecorded}`,
    ended: (date) => `Administration déléguée : terminée le ${date}, ${byRecords}`,
    removed: (date) => `Autorisations déléguées : supprimées le ${date} (${onlyRecorded})`,
    removalAwaiting: `Autorisations déléguées : suppression ${onlyRecorded.replace('enregistré', 'enregistrée')}`,
    since: (date) => `Enregistré le ${date}`,
    mayDo: `Ce qu’il peut faire, ${byRecords}`,
    authorizedBy: (who, when) => `${who} l’a décidé ici le ${when}.`,
    rolesLead: 'Rôles enregistrés ici :',
    removedBy: (who, when) => `${who} a supprimé ses autorisations déléguées le ${when} : ${onlyRecorded}.`,
    confirmLead:
      'Seule la suppression est enregistrée ici. Retirez aussi ceci dans le Centre d’administration :',
    staysAlone: (name) => `${name} reste ici parmi vos partenaires et peut être réinvité.`,
    nothingThere: 'n’a aucune autorisation déléguée enregistrée ici ; rien ne change pour lui.',
    removedTitle: 'Suppression enregistrée',
    someFailedTitle: 'Toutes les suppressions n’ont pas été enregistrées',
    noneRemovedTitle: 'Aucune suppression n’a été enregistrée',
    removalEffect: {
      inEffect: untilRemoved,
      recorded: untilRemoved,
      awaiting: untilRemoved,
      said: untilRemoved,
      confirmed: untilRemoved,
    },
    removedNotice: (who, partner) =>
      `${who} a supprimé les autorisations déléguées de ${partner} : ${onlyRecorded}.`,
  },
  reminder: {
    endingTitle: `L’administration déléguée se termine bientôt, ${byRecords}`,
    extendingTitle: `L’administration déléguée se prolonge bientôt d’elle-même, ${byRecords}`,
    endedTitle: `L’administration déléguée est terminée, ${byRecords}`,
    ends: (when, left) => `D’après ce qui est enregistré ici, elle se termine ${left}, le ${when}.`,
    endsOrExtends: (when, left) =>
      `D’après ce qui est enregistré ici, elle se termine ${left}, le ${when}, sauf si elle se prolonge d’elle-même, ce qu’on ne sait pas.`,
    extends: (when, left) =>
      `D’après ce qui est enregistré ici, elle se prolonge de 180 jours ${left}, le ${when}, sans rien demander à personne. Si elle n’est plus nécessaire, retirez-la dans le Centre d’administration.`,
    ended: (when) =>
      `D’après ce qui est enregistré ici, elle s’est terminée le ${when}. Vérifiez-le dans le Centre d’administration.`,
    rolesEnded: `Rôles qu’il n’a plus, ${byRecords} :`,
    endingNotice: (partner, left) =>
      `D’après ce qui est enregistré ici, l’administration déléguée de ${partner} se termine ${left}.`,
    extendingNotice: (partner, left) =>
      `D’après ce qui est enregistré ici, l’administration déléguée de ${partner} se prolonge d’elle-même ${left}.`,
    endedNotice: (partner) =>
      `D’après ce qui est enregistré ici, l’administration déléguée de ${partner} est terminée.`,
  },
  review: {
    counted: {
      removed: (format, count) =>
        `${format.number(count)} ${format.plural(count, removed)} (${onlyRecorded})`,
      ended: (format, count) => `${format.number(count)} ${format.plural(count, ended)}, ${byRecords}`,
    },
    endedOn: (when) =>
      `D’après ce qui est enregistré ici, ses autorisations déléguées ont pris fin le ${when}.`,
    changedMeanwhile: (name) =>
      `D’autres autorisations de ${name} ont été enregistrées depuis qu’elles vous ont été montrées. Regardez-les avant de décider.`,
    nothingToReview:
      'Aucun partenaire n’a d’autorisations déléguées enregistrées ici : il n’y a rien à passer en revue.',
    due: (format, count) =>
      `D’après ce qui est enregistré ici, ${format.number(count)} ${count > 1 ? 'partenaires ont' : 'partenaire a'} des autorisations déléguées dans votre organisation. Examinez chacun d’eux : conservez ce dont il a encore besoin, supprimez le reste.`,
  },
  errors: {
    'invitation-already-decided': alreadyDecided({ ...decision.words, authorized }),
    'nothing-to-remove': () =>
      'Ce partenaire n’a aucune autorisation déléguée enregistrée ici : il n’y avait rien à supprimer. Écrivez « partenaires » pour voir qui en a.',
  },
};
