import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

export const offerings: Lexicon['values']['offerings'] = {
  'Microsoft 365': phrases('suite office, suite bureautique, bureautique, pack office, messagerie'),
  'Dynamics 365': phrases('gestion de la relation client, progiciel de gestion'),
  'Windows Autopilot': phrases('déploiement automatique de pc, préparation des postes'),
  'Windows 365': phrases('pc cloud, poste dans le cloud'),
  'Power BI': phrases('tableaux de bord, informatique décisionnelle, décisionnel'),
  'Power Platform': phrases('applications sans code'),
  'Microsoft Teams': phrases('téléphonie teams, salles teams'),
  'Microsoft Intune': phrases('gestion des appareils, gestion des terminaux, gestion des mobiles'),
  'Microsoft Entra': phrases('gestion des identités, identité, identités'),
  'Managed Services (MSP)':
    phrases(`infogérance, infogéré, infogérer, services managés, services gérés, service managé,
    service géré, infogérant, externalisation, externalisation informatique`),
  'Deployment or Migration':
    phrases(`déploiement, déploiements, déployer, déploie, migration, migrations, migrer,
    migrons, basculer vers`),
  Licensing: phrases(`licence, licences, gestion des licences, abonnement, abonnements, achat de licences`),
  'Learning and Certification': phrases(`formation, formations, former, formateur, formateurs, apprentissage,
    certification, former nos utilisateurs`),
  Consulting: phrases('conseil, conseils, consultant, consultants, cabinet de conseil, audit'),
  Integration: phrases('intégration, intégration de systèmes, intégrateur de systèmes'),
  'Custom solution': phrases(
    'sur mesure, logiciel sur mesure, solution sur mesure, solutions sur mesure, développement sur mesure, développement spécifique',
  ),
  Hardware: phrases('matériel, matériels, matériel informatique, appareils, ordinateurs, pc portables'),
  'IP Services (ISV)': phrases('éditeur de logiciels, éditeurs de logiciels, éditeur de logiciel, éditeur'),
  'Project management': phrases('gestion de projet, gestion de projets, chef de projet, pilotage de projet'),
  'Change management': phrases(
    'conduite du changement, accompagnement au changement, gestion du changement, adoption',
  ),
  'Security assessment': phrases(
    "audit de sécurité, bilan de sécurité, évaluation de la sécurité, test d'intrusion",
  ),
  Security: phrases('sécurité, cybersécurité, sécurité informatique'),
  Support: phrases('assistance, assistance technique, support technique, support informatique, dépannage'),
  SharePoint: phrases('intranet'),
};

export const industries: Lexicon['values']['industries'] = {
  Education: phrases(
    'éducation, enseignement, école, écoles, lycée, lycées, collège, collèges, université, universités, scolaire',
  ),
  Healthcare: phrases('santé, hôpital, hôpitaux, clinique, cliniques, médical, soins, pharmacie'),
  Government:
    phrases(`secteur public, administration publique, administrations publiques, collectivité, collectivités,
    collectivités territoriales, mairie, mairies, gouvernement, fonction publique`),
  'Financial services': phrases(
    'services financiers, finance, finances, banque, banques, bancaire, assurance, assurances, assureur',
  ),
  Manufacturing: phrases(
    'industrie, industriel, industriels, usine, usines, fabrication, industrie manufacturière, fabricant',
  ),
  Retail: phrases(
    'commerce, commerces, commerce de détail, distribution, grande distribution, détaillants, magasins, boutiques',
  ),
  'Retail and consumer goods': phrases(
    'commerce, commerces, commerce de détail, distribution, grande distribution, magasins, boutiques, biens de consommation',
  ),
  Nonprofit: phrases(
    'association, associations, associatif, à but non lucratif, ong, but non lucratif, organisme à but non lucratif',
  ),
  'Professional services': phrases(
    "services professionnels, cabinet d'avocats, avocats, comptables, juridique, notaires, expert comptable, experts comptables",
  ),
  'Transportation and logistics': phrases('transport, transports, logistique'),
  Transportation: phrases('transport, transports, logistique'),
  Logistics: phrases('transport, transports, logistique'),
  'Media and communications': phrases('médias, média, presse, édition'),
  Media: phrases('médias, presse, édition'),
  Telecommunications: phrases('télécommunications, télécoms, télécom'),
  Energy: phrases('énergie, énergies, électricité, pétrole et gaz'),
  Agriculture: phrases('agricole, agriculteurs, agroalimentaire'),
  Hospitality: phrases('hôtellerie, hôtels, hôtel, restauration, restaurants, tourisme'),
  'Hospitality and travel': phrases('hôtellerie, hôtels, hôtel, restauration, restaurants, tourisme, voyage'),
  'Real estate': phrases('immobilier, agence immobilière'),
  Construction: phrases('btp, bâtiment, travaux publics'),
  'Architecture, engineering and construction': phrases(
    'construction, btp, bâtiment, architecture, ingénierie',
  ),
};

export const designations: Lexicon['values']['designations'] = {
  'Solutions Partner for Data & AI (Azure)': phrases('données et ia, données & ia'),
  'Solutions Partner for Modern Work': phrases('travail moderne'),
  'Solutions Partner for Business Applications': phrases(
    'applications métiers microsoft, applications de gestion',
  ),
};

export const functions: Lexicon['functions'] = {
  reseller: phrases(
    'revendeur, revendeurs, revendeuse, revendre, revente, revendeur de licences, distributeur',
  ),
  delegatedAdministrator: phrases(`administrateur délégué, administrateurs délégués, admin délégué,
    administration déléguée, administration délégué, gdap, dap`),
  resellerAndDelegatedAdministrator:
    phrases(`revendeur et administrateur délégué, revendeur & administrateur délégué,
    revendeur et admin délégué`),
  partner: phrases('partenaire avec un compte utilisateur, fonction partenaire'),
  mpsaPartner: phrases('mpsa, partenaire mpsa, contrat mpsa, contrat produits et services microsoft'),
  oemPcPartner: phrases(
    'oem, oem pc, partenaire oem, partenaire oem pc, constructeur, constructeur de pc, fabricant de pc',
  ),
  lineOfBusinessPartner: phrases(`métier, métiers, partenaire métier, partenaires métier, partenaire lob,
    partenaire métier lob, application métier, applications métier, applications métiers, appli métier, applis métier,
    logiciel métier, logiciels métier, logiciels métiers`),
};

export const sizes: Lexicon['sizes'] = {
  '1-9': phrases(
    'tpe, très petite entreprise, très petites entreprises, micro entreprise, microentreprise, auto entrepreneur, indépendant, indépendants, start up, jeune pousse',
  ),
  '10-50': phrases(
    'petite entreprise, petites entreprises, petite société, petite structure, petite organisation',
  ),
  '51-250': phrases(`pme, petites et moyennes entreprises, petite et moyenne entreprise, moyenne entreprise,
    entreprise moyenne, moyennes entreprises, entreprise de taille moyenne, tpe pme`),
  '251-1000': phrases('eti, entreprise de taille intermédiaire, entreprises de taille intermédiaire'),
  '1001-5000': phrases('grosse entreprise, grosses entreprises, grosse société'),
  '5001+': phrases(
    'grande entreprise, grandes entreprises, grand groupe, grands groupes, multinationale, grand compte, grands comptes, très grande entreprise, grande organisation, grande société',
  ),
};

export const countries: Lexicon['countries'] = {
  GB: phrases('angleterre, grande bretagne, écosse, pays de galles, irlande du nord'),
  US: phrases('états unis, les états unis, états unis d’amérique, etats unis, amérique'),
  AE: phrases('emirats, les émirats'),
  NL: phrases('hollande'),
  CZ: phrases('république tchèque'),
  CD: phrases('rdc, république démocratique du congo, congo kinshasa'),
  CG: phrases('congo brazzaville'),
  KR: phrases('corée'),
  BY: phrases('bélarus'),
  MK: phrases('macédoine'),
  HK: phrases('hong kong'),
  MO: phrases('macao'),
  MM: phrases('birmanie'),
  VA: phrases('vatican'),
  BA: phrases('bosnie'),
  PS: phrases('palestine'),
  DO: phrases('république dominicaine'),
};
