import type { en } from '../../en.ts';
import { forms } from '../../plural-forms.ts';

export const alert: (typeof en)['alert'] = {
  kinds: {
    accessGained: 'A obtenu un accès',
    accessReturned: 'A de nouveau accès',
    accessGrown: 'A plus de rôles',
    otherRolesApproved: 'Approuvé avec d’autres rôles',
    signInAfterSilence: 'S’est connecté après un long silence',
    trustChanged: 'Confiance à la connexion modifiée',
    accessGone: 'N’a plus d’accès',
  },
  next: {
    accessGained:
      'Si vous êtes au courant, appuyez sur Attendu et dites pourquoi. Sinon, supprimez ses autorisations et cherchez qui l’a laissé entrer.',
    accessReturned:
      'Quelqu’un l’a laissé revenir chez Microsoft. Si c’était convenu, appuyez sur Attendu. Sinon, supprimez ses autorisations et cherchez qui l’a laissé entrer.',
    accessGrown:
      'Si c’était convenu, appuyez sur Attendu. Sinon, supprimez ses autorisations et demandez au partenaire une invitation avec les rôles dont il a besoin.',
    otherRolesApproved:
      'Si c’était convenu, appuyez sur Attendu. Sinon, supprimez ses autorisations et demandez au partenaire une invitation avec les rôles dont il a besoin.',
    signInAfterSilence:
      'Demandez au partenaire, par un contact que vous connaissez, à quoi il travaille. S’il n’a plus besoin de son accès, supprimez ses autorisations : un accès que personne n’utilise est ce que cherchent les attaquants.',
    trustChanged:
      'Demandez qui a modifié les paramètres d’accès entre locataires. Si c’était convenu, appuyez sur Attendu. Sinon, rétablissez-les dans Microsoft Entra.',
    accessGone:
      'Il ne reste rien à retirer. Si vous avez encore besoin de ce partenaire, demandez-lui une nouvelle invitation. Si sa mission est terminée, appuyez sur Attendu.',
  },
  globalAdministrator:
    'Comprend Administrateur général : la maîtrise complète de votre locataire, de tous les comptes et de toutes les données.',
  privileged: (names) => `Privilégiés : ${names}.`,
  ordinary: 'Aucun de ces rôles n’est privilégié.',
  fewer: 'Il a obtenu moins de rôles que l’invitation n’en annonçait.',
  noRoles: 'Aucun rôle d’administrateur n’a été vu.',
  rolesNotKnown: 'Ses rôles n’ont pas pu être lus. Tenez-le pour puissant tant que vous n’avez pas vérifié.',
  rolesNotRead: 'Rôles inconnus',
  gone: 'Il ne peut plus rien administrer dans votre locataire.',
  silence: (signedInAt, since) =>
    `Il s’est connecté le ${signedInAt}. Avant cela, aucune connexion n’avait été vue depuis le ${since}.`,
  trusts: {
    acceptsMfa: 'Accepté maintenant sans nouvelle demande : le second facteur utilisé chez lui',
    acceptsCompliantDevice: 'Acceptés maintenant : les appareils que son propre locataire dit conformes',
    acceptsHybridJoinedDevice: 'Acceptés maintenant : les appareils joints à son propre locataire',
  },
  trustsNoMore: {
    acceptsMfa: 'N’est plus accepté : le second facteur utilisé chez lui. Il est demandé de nouveau',
    acceptsCompliantDevice: 'Ne sont plus acceptés : les appareils que son propre locataire dit conformes',
    acceptsHybridJoinedDevice: 'Ne sont plus acceptés : les appareils joints à son propre locataire',
  },
  moreTrust: 'Votre locataire se fie maintenant à ce que l’autre dit de ses personnes et de ses appareils.',
  lessTrust:
    'Votre locataire se fie moins qu’avant à ce que l’autre dit de ses personnes et de ses appareils.',
  rolesLead: 'Rôles :',
  moreLead: 'Rôles qu’il a en plus :',
  moreThanClaimed: 'Rôles au-delà de ceux de l’invitation :',
  missingLead: (names) => `Rôles de l’invitation qui n’ont pas été approuvés : ${names}`,
  hadLead: 'Rôles qu’il avait :',
  furtherRoles: (format, count, names) =>
    `${format.number(count)} ${format.plural(count, forms('autre rôle', 'autres rôles'))} : ${names}`,
  onRecord: 'd’après ce service',
  selfNamed: 'nom que son locataire se donne, ce qui ne prouve rien',
  seenAt: (when) => `Vu pour la première fois le ${when}.`,
  expectedTitle: 'Attendu',
  expectedNote: 'Pourquoi était-ce attendu ? (facultatif)',
  sayExpected: 'C’était attendu',
  wasExpected: (who, when) => `${who} a déclaré le ${when} que c’était attendu.`,
  expectedNotice: (who, partner) =>
    `${who} a déclaré que le changement au sujet de ${partner} était attendu.`,
  onlyRoles: (list) =>
    `Seuls ces rôles peuvent répondre : ${list}. Ce n’est pas votre cas ; adressez-vous à l’un d’eux.`,
  openPartner: 'Ouvrir le partenaire',
  openEntra: 'Ouvrir Microsoft Entra',
  all: 'Tous les changements',
  listTitle: 'Changements dans Microsoft 365',
  listLead: 'Personne ne les a décidés ici, ni déclarés attendus.',
  none: 'Aucun changement n’attend de réponse. Tout ce qui change dans Microsoft 365 sans décision prise ici figure dans cette liste, et est annoncé à tous ceux qui reçoivent les invitations.',
  notRead:
    'Ce service ne lit pas Microsoft 365 : il n’y voit aucun changement. La personne qui l’administre peut l’activer (PARTNER_AUTHORITY).',
  many: (format, count) =>
    `${format.number(count)} changements dans votre locataire que personne n’a décidés ici`,
  manyLead: 'Ils ont été vus à la fois. Les plus graves d’abord ; ouvrez chacun pour y répondre.',
  andMore: (format, count) => `et ${format.number(count)} de plus`,
  open: (partner) => `Ouvrir ${partner}`,
};
