import type { en } from '../en.ts';

export const mail: typeof en.mail = {
  toProvider: {
    subject: (organization, reference) => `Demande de contact de ${organization} (${reference})`,
    opening: (organization) => [
      'Bonjour,',
      `${organization} vous a trouvé dans l’annuaire des fournisseurs de solutions et souhaite que vous preniez contact avec son équipe. Voici sa demande.`,
    ],
    closing: (contact, reference) => [
      `Pour donner suite, répondez simplement à ce message : votre réponse parviendra directement à ${contact}. Merci de laisser la référence ${reference} dans l’objet.`,
      'L’expéditeur a accepté que ces informations vous soient communiquées afin que vous puissiez traiter sa demande.',
      'Message envoyé avec Partner Desk',
    ],
    closingWithoutReply: (contact, reference) => [
      `Pour donner suite, écrivez à ${contact}, à l’adresse e-mail ci-dessus : une réponse à ce message ne lui parviendrait pas. Rappelez la référence ${reference}.`,
      'L’expéditeur a saisi cette adresse et accepté que ces informations vous soient communiquées afin que vous puissiez traiter sa demande.',
      'Message envoyé avec Partner Desk',
    ],
  },
  copy: {
    subject: (format, reference, providers) =>
      `Copie de votre demande à ${format.list(providers)} (${reference})`,
    opening: (format, providers) => [
      'Bonjour,',
      `Voici une copie de la demande que vous avez envoyée à ${format.list(providers)}.`,
    ],
    closing: (reference) => [
      `Les fournisseurs vous répondront directement, à l’adresse qui a reçu cette copie. Rappelez la référence ${reference} dans vos échanges.`,
      'Si vous décidez de travailler ensemble, le fournisseur vous enverra une invitation : collez-en le lien dans votre conversation avec Partner Desk.',
      'Message envoyé avec Partner Desk',
    ],
  },
  labels: {
    reference: 'Référence',
    organizationName: 'Organisation',
    place: 'Localisation',
    organizationSize: 'Effectif',
    industry: 'Secteur d’activité',
    contactName: 'Contact',
    email: 'E-mail',
    phone: 'Téléphone',
    preferredLanguage: 'Langue souhaitée',
    products: 'Produits envisagés',
    needs: 'Besoins',
  },
  place: (city, country) => `${city} (${country})`,
  labelled: (label, value) => `${label} : ${value}`,
};
