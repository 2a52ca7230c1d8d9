import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const days = forms('jour', 'jours');
const decidedRoles = forms('rôle décidé', 'rôles décidés');

function after(because: string | undefined): string {
  return because === undefined ? '' : ` : ${because}`;
}

export const standing: (typeof en)['standing'] = {
  words: {
    unknown: 'Inconnu de ce service',
    returned: 'A accès malgré la suppression',
    more: 'Plus que ce qui a été décidé',
    gone: 'Disparu de Microsoft 365',
    awaiting: 'En attente de Microsoft 365',
    awaitingRemoval: 'Suppression : en attente de Microsoft 365',
    confirmed: 'Confirmé dans Microsoft 365',
    notShown: 'Microsoft 365 ne peut pas le montrer',
    notRead: 'Pas encore lu dans Microsoft 365',
    resellerOnly: 'Revendeur, connu par les seuls abonnements',
    support: 'Support Microsoft',
  },
  meaning: {
    unknown:
      'Il a accès à votre locataire, et personne ne l’a décidé ici. Si personne ne s’y attend, supprimez cet accès.',
    returned:
      'Sa suppression a été décidée ici, et Microsoft 365 le montre de nouveau, ou toujours, avec des autorisations.',
    more: 'Il a des rôles qui n’ont pas été décidés ici. Si personne ne s’y attend, supprimez-les.',
    gone: 'Ce qui a été décidé ici n’est plus dans Microsoft 365, et personne ne l’a supprimé ici.',
    awaiting:
      'Décidé ici, et pas encore constaté dans Microsoft 365. Cela se termine dans le Centre d’administration.',
    awaitingRemoval:
      'Sa suppression a été décidée ici et se termine dans le Centre d’administration. Tant qu’elle n’est pas constatée, considérez qu’il a accès.',
    confirmed: 'Microsoft 365 montre ce qui a été décidé ici.',
    notShown: 'Décidé ici. Rien dans Microsoft 365 ne montre à ce service si cela a été fait.',
    notRead: 'Décidé ici. Ce qui le montrerait dans Microsoft 365 n’a pas pu être lu jusqu’ici.',
    resellerOnly: 'Il a vendu des abonnements que vous avez. Aucune autorisation constatée.',
    support:
      'Le support de Microsoft, qui a accès tant qu’un ticket est ouvert. Si personne n’en a ouvert, demandez à Microsoft.',
  },
  removed: {
    confirmed: 'Suppression confirmée dans Microsoft 365',
    said: 'Suppression faite, d’après l’un d’entre vous',
    decided: 'Suppression décidée ici',
  },
  goneUndecided: 'Il avait un accès que personne n’avait décidé ici. Microsoft 365 ne le montre plus.',
  removal: {
    awaiting: 'Suppression : en attente de Microsoft 365',
    confirmed: 'Suppression confirmée dans Microsoft 365',
    toDo: (list) =>
      `À faire dans le Centre d’administration par une personne qui a l’un de ces rôles : ${list}. Ouvrez les relations avec les partenaires, choisissez ce partenaire et supprimez ses rôles. Tant que Microsoft 365 ne le montre pas, considérez qu’il a accès.`,
    confirmedOn: (when) => `Confirmée dans Microsoft 365 le ${when}.`,
    notice: (partner) => `Microsoft 365 ne montre plus aucune autorisation déléguée de ${partner}.`,
  },
  noneSeen: 'Microsoft 365 ne montre aucune autorisation de sa part.',
  noneSeenYet: 'Aucune autorisation constatée.',
  perhapsUnknown:
    'Il a accès à votre locataire. Une invitation décidée ici est peut-être la sienne, mais son lien ne le disait pas avec certitude.',
  decidedRoles: (format, count) => `${format.number(count)} ${format.plural(count, decidedRoles)}`,
  rolesNotRead: 'ses rôles n’ont pas pu être lus',
  ownName: 'comme il se nomme lui-même ; rien ne le confirme',
  ownNameShort: 'comme il se nomme',
  confirmedAt: (when) => `Confirmé le ${when}.`,
  completedBy: (who, when) =>
    `D’après le journal d’audit de Microsoft 365, mené à bien par ${who}, le ${when}.`,
  firstSeen: (date) => `Constaté pour la première fois le ${date}`,
  lastSeen: (when) => `pour la dernière fois le ${when}`,
  inTenant: 'Dans Microsoft 365',
  rolesHeld: 'Rôles qu’il détient :',
  rolesStillHeld: 'Rôles qu’il détient encore :',
  rolesAllowed: 'Rôles qui peuvent lui être donnés :',
  heldBeyond: 'Rôles qu’il détient sans que ce soit décidé ici :',
  allowedBeyond: 'Rôles qui peuvent lui être donnés sans que ce soit décidé ici :',
  rolesMissing: 'Décidés ici, mais pas constatés :',
  noRolesHeld: 'Il ne détient aucun rôle sur l’ensemble de l’annuaire.',
  heldNotKnown: (because) => `Les rôles qu’il détient n’ont pas pu être lus${after(because)}.`,
  allowedNotKnown: (because) =>
    `Les rôles qui peuvent lui être donnés n’ont pas pu être lus${after(because)}.`,
  trusts: (list) => `À la connexion, votre locataire accepte du locataire de ce partenaire : ${list}.`,
  trustsNothing: 'À la connexion, votre locataire n’accepte rien du locataire de ce partenaire.',
  trusted: {
    acceptsMfa: 'l’authentification multifacteur (MFA)',
    acceptsCompliantDevice: 'les appareils conformes',
    acceptsHybridJoinedDevice: 'les appareils à jonction hybride',
  },
  sells: 'Il a vendu des abonnements que vous avez.',
  sellsNone: 'Il n’a vendu aucun des abonnements que vous avez.',
  sellsNotKnown: (because) =>
    `Impossible de lire s’il a vendu des abonnements que vous avez${after(because)}.`,
  untoldTitle: 'Ce que Microsoft 365 ne dit pas à ce service',
  untold: {
    classicAdministration:
      'S’il a l’administration classique (DAP), qui comprend tous les rôles : regardez dans le Centre d’administration.',
    groupMembers: 'Qui, chez lui, détient ces rôles : seul le partenaire peut le dire.',
    endDates: 'Jusqu’à quand : regardez dans le Centre d’administration.',
    azureRoles:
      'Ses rôles dans Azure, qui restent quand les autorisations déléguées disparaissent : regardez le Contrôle d’accès (IAM) de chaque abonnement.',
  },
  openAzure: 'Ouvrir le portail Azure',
  readAt: (when) => `Microsoft 365, lu le ${when}.`,
  neverRead:
    'Microsoft 365 n’a encore jamais été lu en entier : des partenaires et des rôles peuvent manquer ici.',
  lastWhole: (when) =>
    `Microsoft 365 a été lu en entier pour la dernière fois le ${when}. Ce qui a changé depuis peut manquer ici.`,
  old: (format, count) => `Pas lu depuis ${format.number(count)} ${format.plural(count, days)}.`,
  notRead: (list) => `Pas lu : ${list}.`,
  part: (part, because) => `${part} (${because})`,
  parts: {
    providers: 'qui est fournisseur de services',
    roles: 'les rôles que détiennent les partenaires',
    allowedRoles: 'les rôles qui peuvent être donnés aux partenaires',
    subscriptions: 'qui a vendu vos abonnements',
    audits: 'ce que les partenaires ont modifié',
    signIns: 'quand les partenaires se sont connectés',
  },
  why: {
    refused: (permission) => `l’autorisation ${permission} manque`,
    unlicensed: () => 'votre locataire n’a pas la licence nécessaire (Microsoft Entra ID P1 ou P2)',
    unsupported: () => 'Microsoft 365 ne le montre pas ici',
    unavailable: () => 'Microsoft 365 n’a pas répondu',
  },
};
