import type { DecisionWords } from '../decision-words.ts';
import type { ErrorMessages } from '../error-messages.ts';
import { formatFor } from '../format.ts';
import { forms } from '../plural-forms.ts';
import { decision } from './decision.ts';
import { vocabulary } from './vocabulary.ts';

const { date, choice, plural } = formatFor('fr');

/** Says what was decided, in the words for decisions. */
export function alreadyDecided(words: DecisionWords): ErrorMessages['invitation-already-decided'] {
  return ({ decision: { kind, at, ...summary } }) => {
    const who = 'by' in summary ? summary.by.name || 'Un autre administrateur' : '';
    return words[kind].already({ who, on: date(at) });
  };
}

export const errors: ErrorMessages = {
  'invalid-action': () => 'Ce bouton n’est plus valable. Écrivez « aide » pour recommencer.',
  'provider-not-found': () =>
    'Ce fournisseur ne figure plus dans l’annuaire. Relancez une recherche pour voir ceux qui y sont.',
  'no-provider-chosen': () => 'Cochez au moins un fournisseur, puis choisissez Contacter.',
  'too-many-providers': ({ max, chosen }) =>
    `Vous avez coché ${chosen} fournisseurs. Une demande peut en joindre ${max} au plus : décochez-en, puis choisissez de nouveau Contacter.`,
  'contact-form-invalid': () => 'Certaines réponses sont à revoir : chacune indique ce qui manque.',
  'contact-limit-reached': ({ limit, max, left, until }, format) => {
    const emails = `${format.number(max)} ${plural(max, forms('e-mail', 'e-mails'))}`;
    const reached = {
      requestsPerHour: `Vous avez envoyé ${format.number(max)} ${plural(max, forms('demande', 'demandes'))} de contact en une heure : c’est le maximum.`,
      emailsPerDay: `Une personne peut envoyer ${emails} à des fournisseurs par période de 24 heures ; il vous en reste ${format.number(left)}.`,
      tenantEmailsPerDay: `Votre organisation peut envoyer ${emails} à des fournisseurs par période de 24 heures ; il lui en reste ${format.number(left)}.`,
    };
    const next =
      left === 0
        ? 'Renvoyez votre demande après le'
        : 'Choisissez moins de fournisseurs, ou renvoyez votre demande après le';
    return `${reached[limit]} Rien n’a été envoyé, et votre saisie est conservée. ${next} ${format.moment(until)}.`;
  },
  'invitation-not-found': () =>
    'Votre organisation n’a pas reçu cette invitation. Écrivez « invitations » pour voir celles qui sont en attente.',
  'invitation-already-decided': alreadyDecided(decision.words),
  'too-many-pending': ({ limit, max, until }, { date: dateFor }) =>
    limit === 'person'
      ? `Vous avez collé ${max} invitations qui sont encore en attente, et seuls les administrateurs peuvent en avoir plus. Demandez à un administrateur d’en traiter ; sinon, il y aura de nouveau de la place le ${dateFor(until)}, quand la première expirera.`
      : `Votre organisation a ${max} invitations collées en attente, et ne peut pas en avoir plus. Un administrateur peut en annuler plusieurs d’un coup : écrivez « invitations ». Sinon, il y aura de nouveau de la place le ${dateFor(until)}, quand la première expirera.`,
  'invitation-changed': () =>
    'Ce qui est affirmé de cette invitation a changé depuis qu’elle vous a été montrée. Relisez-la avant d’accorder quoi que ce soit.',
  'alert-not-found': () =>
    'Aucun changement de ce type n’est enregistré pour votre organisation. Écrivez « changements » pour voir ceux qui attendent une réponse.',
  'invitation-differs': () =>
    'Une invitation portant cet identifiant a déjà été reçue, avec un autre contenu. Envoyez celle-ci sous un nouvel identifiant.',
  'not-allowed': ({ roles }) =>
    `Vous ne pouvez pas en décider vous-même. Adressez-vous à une personne ayant l’un de ces rôles : ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'role-not-active': ({ eligible }) =>
    `Vous pouvez activer ce rôle, mais il n’est pas actif pour l’instant : ${choice(eligible.map((role) => vocabulary.adminRoles[role]))}. Activez-le dans Microsoft Entra, sous « Mes rôles », puis appuyez de nouveau. Rien n’a été modifié.`,
  'roles-unavailable': () =>
    'Microsoft 365 n’a pas indiqué à temps vos rôles : rien n’a été modifié. Appuyez de nouveau dans une minute. Si cela persiste, une autorisation manque peut-être : la personne qui exploite Partner Desk le vérifie avec « npm run setup ».',
  'administrators-only': ({ roles }) =>
    `Seuls les administrateurs le voient. Adressez-vous à une personne ayant l’un de ces rôles : ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'account-invalid': () =>
    'Ce n’est pas un compte de votre organisation. Indiquez son nom d’utilisateur, par exemple fabrikam@contoso.com, ou laissez le champ vide.',
  'partner-not-found': () =>
    'Votre organisation n’a pas ce partenaire. Écrivez « partenaires » pour voir ceux qu’elle a.',
  'nothing-to-remove': () =>
    'Ce partenaire n’a aucune autorisation déléguée : il n’y avait rien à supprimer. Écrivez « partenaires » pour voir qui en a.',
  'no-partner-chosen': () => 'Cochez d’abord au moins un partenaire qui a des autorisations déléguées.',
  'files-not-taken': () =>
    'Les fichiers se remettent dans votre conversation personnelle avec Partner Desk, dans Microsoft Teams : ouvrez-la et écrivez « exporter l’historique ». Sinon, demandez « npm run audit -- export » à la personne qui administre ce service.',
  'nothing-to-export': () => 'Rien ne correspond dans l’historique : il n’y a rien à exporter.',
  'export-under-way': () => 'Un fichier est déjà en préparation pour vous. Attendez qu’il vous soit proposé.',
  'export-not-found': () =>
    'Ce fichier n’est plus proposé : vous l’avez déjà, vous en avez demandé un autre depuis, ou la proposition date trop. Écrivez « exporter l’historique » pour en obtenir un nouveau.',
  'upload-refused': () =>
    'Le fichier n’a pas été envoyé : l’adresse indiquée n’appartient pas à Microsoft 365. Signalez-le à la personne qui administre ce service.',
  'upload-failed': () =>
    'Le fichier n’est pas arrivé, ou pas en entier. Rien d’autre n’a changé ; écrivez « exporter l’historique » pour réessayer.',
  'file-refused': () =>
    'Le fichier n’a pas été lu : il ne se trouve pas dans Microsoft 365. Envoyez-le depuis votre ordinateur ou OneDrive, ou collez ici le texte du message.',
  'file-unavailable': () =>
    'Le fichier n’a pas pu être téléchargé à temps : rien n’en a été lu. Renvoyez-le, ou collez ici le texte du message.',
  'file-too-large': ({ megabytes }, format) =>
    `Le fichier dépasse ${format.number(megabytes)} Mo : il n’a pas été lu. Collez ici le texte du message avec le lien, ou enregistrez le message sans ses pièces jointes.`,
  'outlook-file': () =>
    'C’est un message au format propre à Outlook (.msg), que le service ne sait pas lire. Enregistrez-le au format .eml : dans le nouvel Outlook ou Outlook sur le web, ouvrez le message, choisissez « … », puis « Enregistrer sous » ou « Télécharger », et envoyez ce fichier. Outlook classique ne le permet pas : copiez tout le texte du message et collez-le ici.',
  'unreadable-mail': () =>
    'Ce fichier n’est pas un message que le service sait lire, et rien n’en a été conservé. Enregistrez de nouveau le message au format .eml, ou collez ici son texte avec le lien.',
  'too-many-chats': ({ max }, format) =>
    `Dans votre organisation, ${format.number(max)} conversations de groupe et canaux reçoivent déjà les invitations : c’est le maximum. Retirez Partner Desk d’un groupe qui n’en a plus besoin, puis réessayez ici.`,
  'directory-unavailable': () =>
    'L’annuaire des fournisseurs est en cours de préparation. Réessayez dans une minute.',
  'store-unavailable': () => 'L’enregistrement a échoué : rien n’a été modifié. Réessayez dans une minute.',
  'tenant-not-allowed': () =>
    'Ce service n’est pas ouvert à votre organisation. Demandez à la personne qui l’administre d’ajouter votre locataire.',
  'person-too-fast': ({ seconds }) =>
    `Cela fait beaucoup de demandes à la fois : celle-ci n’a pas été traitée. Réessayez dans ${seconds} ${plural(seconds, forms('seconde', 'secondes'))}.`,
  'tenant-too-fast': ({ seconds }) =>
    `Votre organisation envoie beaucoup de demandes en ce moment : celle-ci n’a pas été traitée. Réessayez dans ${seconds} ${plural(seconds, forms('seconde', 'secondes'))}.`,
  'guest-refused': ({ maySearch, roles }) =>
    `${maySearch ? 'Les invités et les membres d’autres organisations peuvent seulement rechercher des fournisseurs ici.' : 'Partner Desk est réservé aux membres de cette organisation : les invités et les membres d’autres organisations n’y ont pas accès.'} Adressez-vous, dans cette organisation, à une personne ayant l’un de ces rôles : ${choice(roles.map((role) => vocabulary.adminRoles[role]))}.`,
  'roster-unavailable': () =>
    'Le service n’a pas pu vérifier auprès de Teams que vous appartenez à cette organisation : rien n’a été fait. Réessayez dans une minute.',
  'person-unknown': () =>
    'Cette conversation ne permet pas de savoir qui vous êtes. Écrivez depuis Microsoft Teams, avec votre compte professionnel.',
};
