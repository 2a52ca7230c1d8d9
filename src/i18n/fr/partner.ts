import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const days = forms('jour', 'jours');
const left = forms('restant', 'restants');
const roles = forms('rôle', 'rôles');
const partners = forms('partenaire', 'partenaires');

export const partner: typeof en.partner = {
  listTitle: 'Partenaires',
  textLabel: 'Nom, domaine ou identifiant de locataire',
  textPlaceholder: 'Par exemple : Fabrikam',
  functionLabel: 'Fonction',
  anyFunction: 'Toutes les fonctions',
  filters: 'Filtres',
  onlyDelegated: 'Uniquement avec des autorisations déléguées',
  search: 'Rechercher',
  all: 'Tous les partenaires',
  found: (format, first, last, total) => {
    const all = `${format.number(total)} ${format.plural(total, partners)}`;
    const shown =
      first === 1 && last === total ? all : `${format.number(first)}–${format.number(last)} sur ${all}`;
    return `${shown}, d’abord ce qui mérite l’attention`;
  },
  noneAtAll:
    'Votre organisation n’a pas encore de partenaire. Il en apparaîtra un ici dès que son invitation sera autorisée.',
  noneFound: 'Aucun partenaire ne correspond. Cherchez un autre nom ou affichez-les tous.',
  which: 'Lequel voulez-vous dire ?',
  unknownName: (said) => `Aucun de vos partenaires ne s’appelle « ${said} ». Voici ceux que vous avez.`,
  chooseToRemove: 'Cochez ceux dont il faut supprimer les autorisations déléguées, ou ouvrez-en un.',
  open: (name) => `Ouvrir ${name}`,
  claimedName: 'nom non confirmé',
  select: (position) => `Sélectionner ${position}`,
  selected: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('partenaire sélectionné', 'partenaires sélectionnés'))}`,
  previous: 'Précédents',
  next: 'Suivants',
  remove: 'Supprimer les autorisations déléguées',
  contact: 'Contacter',
  back: 'Retour aux partenaires',
  noAccess: 'Aucune autorisation déléguée',
  active: 'Administration déléguée : active',
  awaiting: 'Administration déléguée : en attente de Microsoft 365',
  classic: 'classique (DAP)',
  countedRoles: (format, count) => `${format.number(count)} ${format.plural(count, roles)}`,
  countedPrivileged: (format, count) =>
    `dont ${format.number(count)} ${format.plural(count, forms('privilégié', 'privilégiés'))}`,
  rolesNotKnown: 'rôles inconnus',
  ended: (date) => `Administration déléguée : terminée le ${date}`,
  removed: (date) => `Autorisations déléguées : supprimées le ${date}`,
  removalAwaiting: 'Autorisations déléguées : suppression en attente de Microsoft 365',
  since: (date) => `Depuis le ${date}`,
  until: (format, date, count) =>
    count <= 0
      ? `jusqu’à aujourd’hui, ${date}`
      : `jusqu’au ${date} (${format.number(count)} ${format.plural(count, days)} ${format.plural(count, left)})`,
  extendsOn: (format, date, count) =>
    count <= 0
      ? `se prolonge d’elle-même aujourd’hui, ${date}`
      : `se prolonge d’elle-même le ${date} (${format.number(count)} ${format.plural(count, days)} ${format.plural(count, left)})`,
  noEnd: 'sans date de fin',
  endNotKnown: 'date de fin inconnue',
  marks: {
    classicAdministration: 'DAP classique',
    globalAdministrator: 'Administrateur général',
    endsSoon: 'Se termine dans les 30 jours',
    extendsItself: 'Se prolonge d’elle-même',
  },
  notReviewed: (format, count) =>
    `Pas passé en revue depuis ${format.number(count)} ${format.plural(count, days)}`,
  attention: 'Mérite votre attention :',
  mayDo: 'Ce qu’il peut faire',
  authorizedBy: (who, when) => `${who} l’a autorisé le ${when}.`,
  account: 'Compte que vous lui avez donné',
  saveAccount: 'Enregistrer le compte',
  allowPurchases: 'Lui montrer les autres achats',
  hidePurchases: 'Ne plus lui montrer les autres achats',
  rolesLead: 'Rôles qu’il détient :',
  removedBy: (who, when) => `${who} a supprimé ses autorisations déléguées le ${when}.`,
  historyTitle: 'Derniers événements',
  history: 'Historique',
  onlyRoles: (list) => `Seuls ces rôles peuvent supprimer les autorisations déléguées : ${list}.`,
  confirmTitle: (format, count) =>
    count === 1
      ? 'Supprimer les autorisations déléguées ?'
      : `Supprimer les autorisations déléguées de ${format.number(count)} partenaires ?`,
  confirmLead: 'Voici ce qui sera retiré :',
  otherRoles: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('autre rôle', 'autres rôles'))}`,
  stays: (name, list) => `${name} peut toujours travailler avec vous en tant que ${list}.`,
  asA: {
    reseller: 'revendeur',
    partner: 'partenaire avec un compte',
    mpsaPartner: 'partenaire MPSA',
    oemPcPartner: 'partenaire OEM PC',
    lineOfBusinessPartner: 'partenaire métier (LOB)',
  },
  staysAlone: (name) => `${name} reste parmi vos partenaires, sans autorisation, et peut être réinvité.`,
  nothingThere: 'n’a aucune autorisation déléguée ; rien ne change pour lui.',
  doesNot:
    'Cela ne met pas fin à la relation et ne touche ni aux attributions de rôles Azure ni aux comptes que vous lui avez donnés vous-même. Vérifiez-les de votre côté.',
  reason: 'Pourquoi ? (facultatif)',
  removedTitle: 'Autorisations déléguées supprimées',
  someFailedTitle: 'Toutes les autorisations n’ont pas été supprimées',
  noneRemovedTitle: 'Rien n’a été supprimé',
  removalEffect: {
    inEffect: 'En vigueur.',
    recorded: 'Enregistré ici ; rien n’a encore été fait dans Microsoft 365.',
    awaiting:
      'En attente de Microsoft 365 : elles ne disparaissent qu’une fois supprimées aussi dans le Centre d’administration.',
    said: 'Faite chez Microsoft, d’après l’un d’entre vous : rien dans Microsoft 365 ne le montre ici.',
    confirmed: 'Confirmée dans Microsoft 365.',
  },
  openAdminCenter: 'Ouvrir le Centre d’administration',
  removedNotice: (who, partner) => `${who} a supprimé les autorisations déléguées de ${partner}.`,
  savedNote: 'Enregistré.',
};
