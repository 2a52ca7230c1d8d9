import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';
import { decisionEvents, decisionsWanted } from './decision.ts';
import { tenantEvents } from './tenant/tenant.ts';

const entries = forms('entrée', 'entrées');
const roles = forms('rôle', 'rôles');

export const history: typeof en.history = {
  title: 'Historique',
  filters: 'Filtres',
  search: 'Rechercher',
  all: 'Tout l’historique',
  partner: 'Partenaire ou fournisseur',
  partnerPlaceholder: 'Par exemple : Fabrikam',
  person: 'Personne',
  personPlaceholder: 'Par exemple : Adele',
  kind: 'Ce qui s’est passé',
  anyKind: 'Tout',
  period: 'Période',
  anyPeriod: 'Sans limite',
  lastDays: (format, count) => `${format.number(count)} derniers jours`,
  export: 'Exporter',
  exportWhole: 'Tout l’historique dans un fichier, placé dans votre OneDrive :',
  exportNarrowed: 'Tout ce que ces filtres trouvent dans un fichier, placé dans votre OneDrive :',
  formats: {
    'excel-en': 'Excel en anglais',
    'excel-fr': 'Excel en français',
    csv: 'CSV simple',
    jsonl: 'JSON Lines',
  },
  exportBegun: 'Votre fichier est en préparation. Il vous sera proposé ci-dessous dans un instant.',
  exportDescription: (format, file, count) =>
    `Ce que Partner Desk a consigné : ${format.number(count)} ${format.plural(count, entries)}. ${file}.`,
  exportDeclinedTitle: 'Pas d’export',
  exportDeclined:
    'Entendu : aucun fichier n’a été créé. Écrivez « exporter l’historique pour Excel » ou « exporter l’historique en CSV simple » quand vous en voudrez un.',
  exported: (format, file, count) => `${file}, ${format.number(count)} ${format.plural(count, entries)}`,
  older: 'Plus anciens',
  newest: 'Plus récents',
  none: 'Il ne s’est encore rien passé.',
  noneFound: 'Rien de plus ancien ne correspond.',
  notYetFound: (date) =>
    `Rien ne correspond jusqu’au ${date}. Appuyez sur « Plus anciens » pour remonter plus loin.`,
  lookedBackTo: (date) => `Tout a été parcouru jusqu’au ${date}.`,
  desk: 'Partner Desk',
  intake: 'Flux de messagerie',
  mailbox: (address) => `La boîte aux lettres ${address}`,
  requester: 'l’auteur de la demande',
  words: {
    contactRequested: {
      kind: 'Contact demandé',
      what: ({ partner, reference }) => `Demande de contact ${reference} envoyée à ${partner}`,
    },
    contactGivenUp: {
      kind: 'Demande de contact non remise',
      what: ({ partner, reference }) =>
        `La demande de contact ${reference} n’a pas pu être remise à ${partner}`,
    },
    invitationReceived: {
      kind: 'Invitation reçue',
      what: ({ partner, asA }) => `Invitation reçue de ${partner} : ${asA}`,
    },
    invitationClaimAdded: {
      kind: 'Indications ajoutées à une invitation',
      what: ({ partner, asA }) => `Indications ajoutées à l’invitation de ${partner} : ${asA}`,
    },
    ...decisionEvents,
    authorizationConfirmed: {
      kind: 'Autorisation confirmée par Microsoft 365',
      what: ({ partner, asA }) => `Microsoft 365 montre l’autorisation de ${partner} : ${asA}`,
    },
    decisionRefused: {
      kind: 'Décision refusée',
      what: ({ partner, asA }) => `Décision sur l’invitation de ${partner} refusée : ${asA}`,
    },
    delegatedAdminRemoved: {
      kind: 'Autorisations déléguées supprimées',
      what: ({ partner }) => `Autorisations déléguées de ${partner} supprimées`,
    },
    delegatedAdminEnded: {
      kind: 'Administration déléguée terminée',
      what: ({ partner }) => `L’administration déléguée de ${partner} est arrivée à son terme`,
    },
    removalConfirmed: {
      kind: 'Suppression confirmée par Microsoft 365',
      what: ({ partner }) => `Microsoft 365 ne montre plus d’autorisations déléguées de ${partner}`,
    },
    partnerSettingsChanged: {
      kind: 'Réglages d’un partenaire modifiés',
      what: ({ partner, asA }) => `Réglages de ${partner} modifiés : ${asA}`,
    },
    partnerChangeRefused: {
      kind: 'Modification d’un partenaire refusée',
      what: ({ partner }) => `Modification de ${partner} refusée`,
    },
    unknownRefused: {
      kind: 'Identifiant inconnu refusé',
      what: ({ reference }) => `Refus : votre organisation n’a rien sous cet identifiant : ${reference}`,
    },
    reviewStarted: {
      kind: 'Revue des partenaires commencée',
      what: () => 'Revue des partenaires commencée',
    },
    delegatedAdminKept: {
      kind: 'Autorisations déléguées conservées',
      what: ({ partner }) => `Autorisations déléguées de ${partner} passées en revue et conservées`,
    },
    reviewFinished: {
      kind: 'Revue des partenaires terminée',
      what: () => 'Revue des partenaires terminée',
    },
    reviewRefused: {
      kind: 'Participation à une revue refusée',
      what: () => 'Participation à la revue des partenaires refusée',
    },
    chatSubscribed: {
      kind: 'Notifications activées',
      what: ({ reference }) => `Notifications activées dans un canal ou une conversation : ${reference}`,
    },
    chatUnsubscribed: {
      kind: 'Notifications désactivées',
      what: ({ reference }) => `Notifications désactivées dans un canal ou une conversation : ${reference}`,
    },
    chatLeft: {
      kind: 'Partner Desk sorti d’une conversation',
      what: ({ reference }) =>
        `Partner Desk sorti d’un canal ou d’une conversation qui recevait les invitations : ${reference}`,
    },
    subscriptionRefused: {
      kind: 'Réglage des notifications refusé',
      what: ({ reference }) =>
        `Réglage des notifications refusé dans un canal ou une conversation : ${reference}`,
    },
    ...tenantEvents,
    historyExported: { kind: 'Historique exporté', what: () => 'Historique exporté' },
    historyExportFailed: {
      kind: 'Export de l’historique en échec',
      what: () => 'Export de l’historique en échec : le fichier n’est pas arrivé',
    },
  },
  before: (state) => `Avant : ${state}`,
  after: (state) => `Après : ${state}`,
  noFunction: 'aucune fonction',
  notSet: 'rien d’indiqué',
  administration: {
    none: 'aucune autorisation déléguée',
    active: 'autorisations déléguées',
    ended: 'autorisations déléguées arrivées à leur terme',
    removed: 'autorisations déléguées supprimées',
  },
  unrecognised: (words) => `non reconnu : « ${words.replaceAll('”, “', ' », « ')} »`,
  roles: (format, count) => `${format.number(count)} ${format.plural(count, roles)}`,
  refused: (what, because) => `${what} ${because}.`,
  wanted: {
    ...decisionsWanted,
    removeDelegatedAdmin: 'Suppression des autorisations déléguées tentée',
    changeSettings: 'Modification des réglages tentée',
    keepDelegatedAdmin: 'Conservation des autorisations déléguées tentée',
    startReview: 'Lancement tenté',
    skipPartner: 'Report d’un partenaire tenté',
    finishReview: 'Clôture tentée',
    notifyHere: 'Activation tentée',
    stopNotifying: 'Désactivation tentée',
    sayExpected: 'Déclaration d’un changement attendu tentée',
    sayDone: 'Déclaration de fin chez Microsoft tentée',
  },
  why: {
    role: 'sans en avoir le rôle',
    lapsed: 'après expiration',
    unknown: 'avec un identifiant qui n’est pas des vôtres',
  },
  chainHead: (format, count, hash) =>
    `${format.number(count)} ${format.plural(count, entries)}. Sceau de la plus récente : ${hash}`,
};
