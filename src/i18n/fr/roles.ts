import type { en } from '../en.ts';
import { furtherRoles } from './roles/further-roles.ts';

const names: typeof en.roles.names = {
  ...furtherRoles.names,
  globalAdministrator: 'Administrateur général',
  privilegedRoleAdministrator: 'Administrateur de rôle privilégié',
  privilegedAuthenticationAdministrator: 'Administrateur d’authentification privilégié',
  applicationAdministrator: 'Administrateur d’application',
  cloudApplicationAdministrator: 'Administrateur d’application cloud',
  applicationDeveloper: 'Développeur d’applications',
  authenticationAdministrator: 'Administrateur d’authentification',
  authenticationExtensibilityAdministrator: 'Administrateur de l’extensibilité de l’authentification',
  cloudDeviceAdministrator: 'Administrateur d’appareil cloud',
  conditionalAccessAdministrator: 'Administrateur de l’accès conditionnel',
  directoryWriters: 'Rédacteurs d’annuaires',
  domainNameAdministrator: 'Administrateur de noms de domaine',
  externalIdentityProviderAdministrator: 'Administrateur de fournisseur d’identité externe',
  globalReader: 'Lecteur général',
  helpdeskAdministrator: 'Administrateur du support technique',
  hybridIdentityAdministrator: 'Administrateur d’identité hybride',
  intuneAdministrator: 'Administrateur Intune',
  lifecycleWorkflowsAdministrator: 'Administrateur des workflows de cycle de vie',
  partnerTier1Support: 'Support de niveau 1 pour les partenaires',
  partnerTier2Support: 'Support de niveau 2 pour les partenaires',
  passwordAdministrator: 'Administrateur de mot de passe',
  securityAdministrator: 'Administrateur de sécurité',
  securityOperator: 'Opérateur de sécurité',
  securityReader: 'Lecteur de sécurité',
  userAdministrator: 'Administrateur d’utilisateurs',
  agentIdAdministrator: 'Administrateur d’ID d’agent',
  attributeProvisioningAdministrator: 'Administrateur d’approvisionnement d’attributs',
  attributeProvisioningReader: 'Lecteur d’approvisionnement d’attributs',
  b2cIefKeysetAdministrator: 'Administrateur de jeux de clés B2C IEF',
  exchangeAdministrator: 'Administrateur Exchange',
  sharePointAdministrator: 'Administrateur SharePoint',
  teamsAdministrator: 'Administrateur Teams',
  exchangeRecipientAdministrator: 'Administrateur des destinataires Exchange',
  teamsCommunicationsAdministrator: 'Administrateur des communications Teams',
  teamsDevicesAdministrator: 'Administrateur d’appareils Teams',
  teamsTelephonyAdministrator: 'Administrateur de téléphonie Teams',
  skypeForBusinessAdministrator: 'Administrateur Skype Entreprise',
  billingAdministrator: 'Administrateur de facturation',
  licenseAdministrator: 'Administrateur de licences',
  serviceSupportAdministrator: 'Administrateur du support de service',
  directoryReaders: 'Lecteurs d’annuaires',
  authenticationPolicyAdministrator: 'Administrateur de stratégie d’authentification',
  cloudAppSecurityAdministrator: 'Administrateur de la sécurité des applications cloud',
  complianceAdministrator: 'Administrateur de conformité',
  complianceDataAdministrator: 'Administrateur des données de conformité',
  azureInformationProtectionAdministrator: 'Administrateur Azure Information Protection',
  groupsAdministrator: 'Administrateur de groupes',
  guestInviter: 'Inviteur',
  identityGovernanceAdministrator: 'Administrateur de la gouvernance des identités',
  dynamics365Administrator: 'Administrateur Dynamics 365',
  dynamics365BusinessCentralAdministrator: 'Administrateur Dynamics 365 Business Central',
  powerPlatformAdministrator: 'Administrateur Power Platform',
  fabricAdministrator: 'Administrateur Fabric',
  windows365Administrator: 'Administrateur Windows 365',
  entraJoinedDeviceLocalAdministrator: 'Administrateur local des appareils joints à Microsoft Entra',
  officeAppsAdministrator: 'Administrateur d’applications Office',
  messageCenterReader: 'Lecteur du Centre de messages',
  reportsReader: 'Lecteur de rapports',
  aiAdministrator: 'Administrateur IA',
  customerDelegatedAdminRelationshipAdministrator:
    'Administrateur des relations d’administration déléguée du client',
};

const allows: typeof en.roles.allows = {
  ...furtherRoles.allows,
  globalAdministrator:
    'Peut tout faire dans le locataire, y compris s’attribuer et attribuer à d’autres n’importe quel rôle.',
  privilegedRoleAdministrator:
    'Peut attribuer n’importe quel rôle à n’importe qui, y compris celui d’administrateur général.',
  privilegedAuthenticationAdministrator:
    'Peut réinitialiser le mot de passe et les méthodes de connexion de tous, y compris des administrateurs généraux.',
  applicationAdministrator: 'Peut créer et gérer toutes les applications, leurs secrets et leurs accès.',
  cloudApplicationAdministrator:
    'Peut créer et gérer toutes les applications et leurs secrets, sauf le proxy d’application.',
  applicationDeveloper: 'Peut inscrire des applications, même si les utilisateurs n’y sont pas autorisés.',
  authenticationAdministrator:
    'Peut réinitialiser le mot de passe et les méthodes de connexion des utilisateurs et de certains administrateurs de moindre niveau.',
  authenticationExtensibilityAdministrator:
    'Peut modifier la connexion et l’inscription en y ajoutant des étapes personnalisées.',
  cloudDeviceAdministrator:
    'Peut activer, désactiver et supprimer des appareils, et lire leurs clés BitLocker.',
  conditionalAccessAdministrator:
    'Peut modifier les règles qui décident qui peut se connecter, d’où et comment.',
  directoryWriters: 'Peut lire et modifier les informations de base sur les utilisateurs et les groupes.',
  domainNameAdministrator: 'Peut ajouter, vérifier et supprimer les noms de domaine de l’organisation.',
  externalIdentityProviderAdministrator: 'Peut décider avec quels services extérieurs on peut se connecter.',
  globalReader: 'Peut lire tout ce que lit un administrateur général, sans rien modifier.',
  helpdeskAdministrator:
    'Peut réinitialiser les mots de passe des utilisateurs et de certains administrateurs de moindre niveau, et gérer les demandes de support.',
  hybridIdentityAdministrator:
    'Peut gérer la synchronisation des comptes avec l’annuaire local et la fédération des connexions.',
  intuneAdministrator: 'Peut gérer tous les appareils et applications d’Intune, et effacer des appareils.',
  lifecycleWorkflowsAdministrator:
    'Peut automatiser ce que deviennent les comptes à l’arrivée, à la mutation et au départ des personnes.',
  partnerTier1Support:
    'Peut réinitialiser les mots de passe des personnes qui ne sont pas administrateurs ; ancien rôle que Microsoft déconseille.',
  partnerTier2Support:
    'Peut réinitialiser le mot de passe de tous, y compris des administrateurs généraux ; ancien rôle que Microsoft déconseille.',
  passwordAdministrator:
    'Peut réinitialiser les mots de passe des personnes qui ne sont pas administrateurs.',
  securityAdministrator:
    'Peut lire les informations de sécurité et modifier les paramètres de sécurité de Microsoft 365.',
  securityOperator: 'Peut lire et traiter les alertes de sécurité, et désactiver des comptes menacés.',
  securityReader: 'Peut lire les informations de sécurité, les alertes et les journaux de connexion.',
  userAdministrator:
    'Peut créer et supprimer des utilisateurs et des groupes, et réinitialiser les mots de passe des utilisateurs et des administrateurs de moindre niveau.',
  agentIdAdministrator: 'Peut gérer les identités des agents d’IA et leurs modèles.',
  attributeProvisioningAdministrator:
    'Peut modifier les attributs de sécurité transmis aux applications lors de la création des comptes.',
  attributeProvisioningReader:
    'Peut lire quels attributs de sécurité sont transmis aux applications lors de la création des comptes.',
  b2cIefKeysetAdministrator:
    'Peut gérer les clés et les secrets des stratégies de connexion personnalisées des clients.',
  exchangeAdministrator:
    'Peut gérer toutes les boîtes aux lettres et donner accès aux messages de n’importe qui.',
  sharePointAdministrator:
    'Peut gérer tous les sites SharePoint et OneDrive, et donner accès à leurs fichiers.',
  teamsAdministrator:
    'Peut gérer Teams : toutes les équipes, leurs membres, les réunions, les appels et les applications.',
  exchangeRecipientAdministrator:
    'Peut créer et modifier des boîtes aux lettres, des contacts et des listes de distribution.',
  teamsCommunicationsAdministrator: 'Peut gérer les appels et les réunions dans Teams.',
  teamsDevicesAdministrator:
    'Peut gérer les appareils certifiés pour Teams, comme les équipements de salle et les téléphones.',
  teamsTelephonyAdministrator: 'Peut gérer les numéros de téléphone et les appels vocaux dans Teams.',
  skypeForBusinessAdministrator: 'Peut gérer Skype Entreprise et certains paramètres de Teams.',
  billingAdministrator: 'Peut acheter, gérer les abonnements et lire les factures.',
  licenseAdministrator: 'Peut attribuer et retirer les licences des utilisateurs.',
  serviceSupportAdministrator:
    'Peut ouvrir des demandes de support auprès de Microsoft et consulter l’état des services.',
  directoryReaders:
    'Peut lire les informations de base sur les utilisateurs, les groupes et les applications.',
  authenticationPolicyAdministrator:
    'Peut décider des méthodes de connexion autorisées et des règles de mot de passe.',
  cloudAppSecurityAdministrator: 'Peut gérer l’ensemble de Microsoft Defender for Cloud Apps.',
  complianceAdministrator:
    'Peut consulter et gérer les paramètres et les rapports de conformité de Microsoft Purview.',
  complianceDataAdministrator:
    'Peut créer et gérer le contenu de conformité, et suivre les données de l’organisation.',
  azureInformationProtectionAdministrator:
    'Peut gérer les étiquettes et les clés qui protègent documents et messages.',
  groupsAdministrator: 'Peut créer et gérer des groupes, leur nommage et leur expiration.',
  guestInviter: 'Peut inviter des personnes extérieures, même si les membres n’y sont pas autorisés.',
  identityGovernanceAdministrator: 'Peut gérer les accès accordés sur demande et les révisions d’accès.',
  dynamics365Administrator: 'Peut gérer l’ensemble de Dynamics 365.',
  dynamics365BusinessCentralAdministrator: 'Peut gérer tous les environnements Business Central.',
  powerPlatformAdministrator:
    'Peut gérer l’ensemble de Power Apps et de Power Automate, ainsi que leurs environnements.',
  fabricAdministrator: 'Peut gérer l’ensemble de Microsoft Fabric et de Power BI.',
  windows365Administrator: 'Peut créer et gérer tous les PC cloud.',
  entraJoinedDeviceLocalAdministrator: 'Est administrateur local de chaque appareil joint à Microsoft Entra.',
  officeAppsAdministrator: 'Peut gérer les paramètres et les stratégies cloud des applications Office.',
  messageCenterReader: 'Peut lire les annonces de Microsoft sur l’évolution des services.',
  reportsReader: 'Peut lire les rapports d’utilisation et les journaux de connexion.',
  aiAdministrator: 'Peut gérer Microsoft 365 Copilot et les autres services d’IA.',
  customerDelegatedAdminRelationshipAdministrator:
    'Peut accepter, consulter et résilier l’administration déléguée par des partenaires.',
};

export const roles: typeof en.roles = { names, allows };
