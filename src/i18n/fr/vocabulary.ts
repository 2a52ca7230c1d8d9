import type { en } from '../en.ts';

export const vocabulary: typeof en.vocabulary = {
  functions: {
    reseller: 'Revendeur',
    delegatedAdministrator: 'Administrateur délégué',
    resellerAndDelegatedAdministrator: 'Revendeur et administrateur délégué',
    partner: 'Partenaire',
    mpsaPartner: 'Partenaire MPSA',
    oemPcPartner: 'Partenaire OEM PC',
    lineOfBusinessPartner: 'Partenaire métier (LOB)',
  },
  sizes: {
    '1-9': '1 à 9 personnes',
    '10-50': '10 à 50 personnes',
    '51-250': '51 à 250 personnes',
    '251-1000': '251 à 1 000 personnes',
    '1001-5000': '1 001 à 5 000 personnes',
    '5001+': 'Plus de 5 000 personnes',
  },
  filters: {
    country: 'Pays',
    city: 'Ville',
    offering: 'Service ou produit',
    function: 'Fonction',
    industry: 'Secteur',
    size: 'Taille de l’organisation',
    designation: 'Désignation',
  },
  offerings: {},
};
