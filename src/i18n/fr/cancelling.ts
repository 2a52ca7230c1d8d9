import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const invitations = forms('invitation', 'invitations');

export const cancelling: typeof en.cancelling = {
  severalTitle: 'Plusieurs à la fois',
  allPastedBy: (format, count, person) => `Annuler les ${format.number(count)} collées par ${person}`,
  allOfPartner: (format, count, partner) => `Annuler les ${format.number(count)} de ${partner}`,
  allMailed: (format, count) => `Annuler les ${format.number(count)} arrivées par e-mail`,
  title: (format, count) => `Annuler ${format.number(count)} ${format.plural(count, invitations)} ?`,
  pastedBy: (person) => `Collées par ${person}.`,
  mailed: 'Arrivées par e-mail dans la boîte aux lettres lue.',
  ofPartner: (partner) => `Invitations de ${partner}.`,
  consequences:
    'Rien n’est accordé par là. Chacune est inscrite à l’historique, et les cartes de tous le montrent.',
  count: (format, count) => `${format.number(count)} ${format.plural(count, invitations)}`,
  withAdministration: (format, count) => `${format.number(count)} avec administration déléguée`,
  more: (format, count) => `${format.number(count)} de plus`,
  othersStay: (format, count, roles) =>
    `${format.number(count)} de plus ${format.plural(count, forms('demande un autre rôle et reste', 'demandent un autre rôle et restent'))} en attente : ${roles}.`,
  furtherStay: (format, count) => `${format.number(count)} de plus sont en attente ; annulez-les ensuite.`,
  submittedLabel: 'Transmises avec une signature',
  alsoSubmitted: (format, count) =>
    `Annuler aussi ${format.plural(count, forms('l’invitation transmise avec une signature', `les ${format.number(count)} invitations transmises avec une signature`))}`,
  cancel: (format, count) => `Annuler ${format.number(count)} ${format.plural(count, invitations)}`,
  done: (format, count) =>
    `Vous avez annulé ${format.number(count)} ${format.plural(count, invitations)}. Rien n’a été accordé.`,
  settled: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('a été traitée', 'ont été traitées'))} entre-temps.`,
  sharedStay: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('reste en attente : quelqu’un d’autre l’a aussi transmise ou collée. Ouvrez-la', 'restent en attente : quelqu’un d’autre les a aussi transmises ou collées. Ouvrez-les'))} pour décider.`,
  otherRoleStay: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('demande un autre rôle et reste', 'demandent un autre rôle et restent'))} en attente.`,
  unsaved: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('n’a pas pu être enregistrée et reste', 'n’ont pas pu être enregistrées et restent'))} en attente. Réessayez dans une minute.`,
  nonePending: 'Aucune de ces invitations n’est plus en attente.',
  chooseWhose: 'Les invitations de qui ? Nommez la personne qui les a collées, ou le partenaire.',
  unknownName:
    'Aucune invitation en attente ne vient d’un partenaire, ou n’a été collée par une personne, de ce nom.',
  which: 'Plusieurs correspondent. Lesquelles ?',
};
