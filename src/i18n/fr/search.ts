import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const providers = forms('fournisseur', 'fournisseurs');

export const search: typeof en.search = {
  title: 'Rechercher un fournisseur de solutions',
  textLabel: 'Nom, lieu, service ou produit',
  textPlaceholder: 'Par exemple : migration Azure Lyon',
  search: 'Rechercher',
  filters: 'Filtres',
  clear: 'Effacer les filtres',
  any: {
    country: 'Tous les pays',
    offering: 'Tous les services et produits',
    function: 'Toutes les fonctions',
    industry: 'Tous les secteurs',
    size: 'Toutes les tailles',
  },
  counted: (label, count) => `${label} (${count})`,
  found: (format, first, last, total) => {
    const all = `${format.number(total)} ${format.plural(total, providers)}`;
    return first === 1 && last === total ? all : `${format.number(first)}–${format.number(last)} sur ${all}`;
  },
  narrowedBy: (filters) => `Filtré par : ${filters}`,
  open: (name) => `Ouvrir ${name}`,
  select: (position) => `Choisir ${position}`,
  selected: (names) => `Choisis : ${names}`,
  selectedElsewhere: (format, count) => `${format.number(count)} sur d’autres pages`,
  previous: 'Précédent',
  next: 'Suivant',
  contactSelected: 'Contacter les choisis',
  noneTitle: 'Aucun fournisseur ne correspond à tout cela',
  noneLead: 'En renonçant à l’un de ces critères, il y en a :',
  noneAtAll: 'Rien ne correspond, même en partie. Vérifiez l’orthographe, ou recommencez sans mots.',
  relax: (what, count) => `Sans ${what} (${count})`,
  quoted: (words) => `« ${words} »`,
  everyProvider: 'Voir tous les fournisseurs',
  noSuchResult: 'Celui-là n’est pas sur cette page. Dites lequel de ceux-ci, par exemple « le deuxième ».',
};

export const provider: typeof en.provider = {
  functions: 'Travaille avec vous comme',
  services: 'Services',
  products: 'Produits',
  industries: 'Secteurs',
  sizes: 'Tailles d’organisation',
  designations: 'Désignations',
  languages: 'Langues',
  email: 'E-mail',
  phone: 'Téléphone',
  website: 'Site web',
  openWebsite: 'Ouvrir le site web',
  logo: (name) => `Logo de ${name}`,
  contact: 'Contacter',
  back: 'Retour aux résultats',
};
