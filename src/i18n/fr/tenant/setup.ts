import type { en } from '../../en.ts';
import { forms } from '../../plural-forms.ts';

export const setup: (typeof en)['setup'] = {
  title: 'Liaison avec Microsoft 365',
  complete: 'Tout ce qu’il faut est en place.',
  incomplete: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('autorisation manque', 'autorisations manquent'))}. Un administrateur peut donner son consentement avec le bouton ci-dessous ; ce qui en dépend est laissé de côté d’ici là.`,
  failing: 'Toutes les autorisations sont là, mais certaines lectures n’ont pas abouti.',
  noToken: (code) => `Microsoft n’émet pas de jeton pour ce locataire (${code}).`,
  noTokenAdvice: {
    AADSTS700016:
      'L’application n’est pas encore connue dans votre locataire : un administrateur doit donner son consentement avec le bouton ci-dessous.',
    AADSTS7000215: 'Le secret client est faux. La personne qui administre ce service doit indiquer le bon.',
    AADSTS7000222:
      'Le secret client a expiré. La personne qui administre ce service doit en créer un nouveau.',
    AADSTS700027:
      'Le certificat n’est pas celui de l’application. La personne qui administre ce service doit le vérifier.',
    AADSTS90002:
      'Microsoft ne connaît pas ce locataire. La personne qui administre ce service doit vérifier ALLOWED_TENANTS.',
  },
  otherTokenAdvice:
    'Donnez ce code à la personne qui administre ce service : « npm run setup » y en dit plus. Rien n’est décidé ni confirmé d’ici là.',
  absent:
    'Ce service tient ses propres enregistrements et ne lit rien dans Microsoft 365. La personne qui l’administre peut le changer : PARTNER_AUTHORITY=microsoft365, puis « npm run setup ».',
  granted: 'accordée',
  missing: 'manque',
  missingOptional: 'manque, sans être nécessaire',
  permissionsLead: 'Autorisations (en lecture seule), et à quoi chacune sert',
  purposes: {
    'Policy.Read.All':
      'voir quels fournisseurs de services ont accès, et ce qui est accepté d’eux à la connexion',
    'RoleManagement.Read.Directory':
      'voir les rôles qu’ils détiennent, et celui de la personne qui appuie sur un bouton',
    'GroupMember.Read.All': 'vérifier si un rôle est détenu par un groupe',
    'CrossTenantInformation.ReadBasic.All': 'demander le nom que se donne un locataire inconnu',
    'Organization.Read.All': 'voir qui vous a vendu vos abonnements',
    'AuditLog.Read.All': 'voir qui a approuvé quoi, et la dernière connexion des partenaires',
    'Directory.Read.All': 'voir le nom des groupes des partenaires',
  },
  reads: {
    read: 'une lecture a abouti',
    refused: 'Microsoft a refusé la lecture',
    unlicensed: 'vos licences ne le comprennent pas',
    unsupported: 'Microsoft ne le propose pas dans votre cloud',
    unavailable: 'Microsoft n’a pas répondu ; réessayez',
    untried: 'non essayé',
  },
  cloud: (address) => `Lu sur ${address}`,
  clock: (format, seconds) =>
    `L’horloge de ce service ${seconds > 0 ? 'avance' : 'retarde'} de ${format.number(Math.abs(seconds))} ${format.plural(Math.abs(seconds), forms('seconde', 'secondes'))} sur celle de Microsoft.`,
  clockRight: 'L’horloge de ce service concorde avec celle de Microsoft.',
  clockWrong:
    'Plus de cinq minutes : la personne qui administre ce service doit régler l’horloge, sinon les jetons sont refusés.',
  clockNotKnown: 'On ne sait pas si l’horloge de ce service est juste.',
  consent: 'Consentir en tant qu’administrateur',
  again: 'Vérifier de nouveau',
};
