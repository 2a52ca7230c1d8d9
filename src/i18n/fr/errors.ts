import type { ErrorMessages } from '../error-messages.ts';

export const errors: ErrorMessages = {
  'invalid-action': () => 'Ce bouton n’est plus valable. Écrivez « aide » pour recommencer.',
  'provider-not-found': () =>
    'Ce fournisseur ne figure plus dans l’annuaire. Relancez une recherche pour voir ceux qui y sont.',
  'no-provider-chosen': () => 'Cochez au moins un fournisseur, puis choisissez Contacter.',
  'too-many-providers': ({ most, chosen }) =>
    `Vous avez coché ${chosen} fournisseurs. Une demande peut en joindre ${most} au plus : décochez-en, puis choisissez de nouveau Contacter.`,
  'contact-form-invalid': () => 'Certaines réponses sont à revoir : chacune indique ce qui manque.',
  'directory-unavailable': () =>
    'L’annuaire des fournisseurs est en cours de préparation. Réessayez dans une minute.',
  'store-unavailable': () => 'L’enregistrement a échoué : rien n’a été modifié. Réessayez dans une minute.',
  'tenant-not-allowed': () =>
    'Ce service n’est pas ouvert à votre organisation. Demandez à la personne qui l’administre d’ajouter votre locataire.',
  'person-unknown': () =>
    'Cette conversation ne permet pas de savoir qui vous êtes. Écrivez depuis Microsoft Teams, avec votre compte professionnel.',
};
