import type { RoleKey } from '../../domain/partners/role-template.ts';

/**
 * Further names of roles, for reading mails: what Microsoft called them before, short forms, and German, Spanish,
 * Italian, Dutch and Portuguese. Articles, the order of words, plurals and “admin” for “administrator” are folded.
 */
export const otherRoleNames: Readonly<Partial<Record<RoleKey, string>>> = {
  globalAdministrator:
    'Company Administrator, Tenant Administrator, Global Admin, GA, Globaladministrator, Hoofdbeheerder, Globaalbeheerder, Administrateur de la société, Administrateur de l’entreprise, Unternehmensadministrator, Administrador de la compañía, Administrador da empresa, Amministratore società',
  privilegedRoleAdministrator:
    'Administrateur de rôles privilégiés, Administrateur de rôle à privilèges, Administrator für privilegierte Rollen, Privilegierter Rollenadministrator, Administrador de roles con privilegios, Administrador de rol con privilegios, Administrador de roles privilegiados, Amministratore ruolo con privilegi, Amministratore dei ruoli con privilegi, Amministratore dei ruoli privilegiati, Beheerder voor bevoorrechte rollen, Beheerder van bevoorrechte rol, Beheerder met bevoorrechte rol, Administrador de Função com Privilégios, Administrador de Funções com Privilégios, Administrador de função privilegiada, Administrador de funções privilegiadas',
  privilegedAuthenticationAdministrator:
    'Administrateur d’authentification privilégiée, Administrateur de l’authentification privilégiée, Privilegierter Authentifizierungsadministrator, Administrator für privilegierte Authentifizierung, Administrador de autenticación con privilegios, Administrador de autenticación privilegiada, Amministratore autenticazione con privilegi, Amministratore dell’autenticazione privilegiata, Beheerder van bevoegde verificatie, Bevoorrechte verificatiebeheerder, Beheerder van bevoorrechte verificatie, Administrador de Autenticação com Privilégios, Administrador de Autenticação Privilegiada, Administrador de autenticação privilegiado',
  applicationAdministrator:
    'App Administrator, Administrateur d’applications, Anwendungsadministrator, Administrador de aplicaciones, Amministratore applicazioni, Amministratore dell’applicazione, Toepassingsbeheerder, Applicatiebeheerder, Administrador de Aplicações, Administrador de Aplicativos',
  cloudApplicationAdministrator:
    'Cloud App Administrator, Cloudanwendungsadministrator, Administrador de aplicaciones en la nube, Administrador de aplicaciones de la nube, Amministratore applicazioni cloud, Amministratore dell’applicazione cloud, Cloudtoepassingsbeheerder, Beheerder van de cloudtoepassing, Administrador de Aplicações na Cloud, Administrador de Aplicações na Nuvem, Administrador de Aplicativos de Nuvem, Administrador de Aplicativos na Nuvem',
  applicationDeveloper:
    'Anwendungsentwickler, Desarrollador de aplicaciones, Sviluppatore di applicazioni, Toepassingsontwikkelaar, Programador de Aplicações, Desenvolvedor de Aplicativos',
  authenticationAdministrator:
    'Authentifizierungsadministrator, Administrador de autenticación, Amministratore dell’autenticazione, Verificatiebeheerder, Authenticatiebeheerder, Administrador de Autenticação',
  cloudDeviceAdministrator:
    'Cloudgeräteadministrator, Administrateur d’appareils cloud, Administrador de dispositivos en la nube, Administrador de dispositivos de la nube, Amministratore dispositivo cloud, Amministratore dispositivi cloud, Cloudapparaatbeheerder, Administrador de Dispositivos na Cloud, Administrador de Dispositivos de Nuvem',
  conditionalAccessAdministrator:
    'Administrator für bedingten Zugriff, Administrador de acceso condicional, Amministratore accesso condizionale, Beheerder voor voorwaardelijke toegang, Administrador de Acesso Condicional',
  directoryWriters:
    'Directory Writer, Rédacteurs de répertoires, Éditeurs d’annuaires, Verzeichnisschreiber, Verzeichnisautoren, Verzeichnis schreiben, Escritores de directorio, Writer di directory, Scrittori di directory, Adreslijstschrijvers, Mapschrijvers, Escritores de Diretório, Gravadores de Diretório',
  directoryReaders:
    'Lecteurs de répertoires, Verzeichnisleser, Verzeichnisleseberechtigte, Verzeichnis lesen, Lectores de directorio, Lettori di directory, Lettori directory, Adreslijstlezers, Maplezers, Leitores de Diretório',
  domainNameAdministrator:
    'Domänennamenadministrator, Administrador de nombres de dominio, Amministratore nome di dominio, Domeinnaambeheerder, Administrador de Nomes de Domínio',
  externalIdentityProviderAdministrator:
    'Externer Identitätsanbieteradministrator, Administrador de proveedor de identidades externo, Amministratore provider di identità esterno, Externe-id-providerbeheerder, Administrador de Fornecedor de Identidade Externo, Administrador de Provedor de Identidade Externo',
  globalReader:
    'Lecteur global, Globaler Leser, Globaler Leseberechtigter, Lector global, Lettore globale, Ruolo con autorizzazioni di lettura globali, Globale lezer, Algemene lezer, Leitor Global',
  helpdeskAdministrator:
    'Help Desk Administrator, Help-desk admin, Administrateur du support technique, Administrateur de service d’assistance, Administrateur Helpdesk, Helpdeskadministrator, Administrador del departamento de soporte técnico, Administrador del servicio de asistencia, Administrador de soporte técnico, Amministratore supporto tecnico, Amministratore dell’help desk, Helpdeskbeheerder, Administrador de Suporte Técnico, Administrador de Assistência Técnica',
  hybridIdentityAdministrator:
    'Hybrididentitätsadministrator, Administrador de identidades híbridas, Amministratore delle identità ibride, Amministratore identità ibrida, Beheerder van hybride identiteit, Hybride-identiteitsbeheerder, Administrador de Identidade Híbrida',
  intuneAdministrator: 'Intune Service Administrator',
  passwordAdministrator:
    'Administrateur de mots de passe, Kennwortadministrator, Administrador de contraseñas, Amministratore delle password, Wachtwoordbeheerder, Administrador de Palavras-passe, Administrador de Senhas',
  partnerTier1Support:
    'Partnersupport der Ebene 1, Supporto partner di livello 1, Soporte técnico de partner de nivel 1',
  partnerTier2Support:
    'Partnersupport der Ebene 2, Supporto partner di livello 2, Soporte técnico de partner de nivel 2',
  securityAdministrator:
    'Administrateur de la sécurité, Sicherheitsadministrator, Administrador de seguridad, Amministratore della sicurezza, Beveiligingsbeheerder, Administrador de Segurança',
  securityOperator:
    'Sicherheitsoperator, Operador de seguridad, Operatore per la sicurezza, Operatore della sicurezza, Beveiligingsoperator, Operador de Segurança',
  securityReader:
    'Sicherheitsleser, Sicherheitsleseberechtigter, Lector de seguridad, Lettore di sicurezza, Ruolo con autorizzazioni di lettura per la sicurezza, Beveiligingslezer, Leitor de Segurança',
  userAdministrator:
    'User Account Administrator, User Management Administrator, Administrateur de compte d’utilisateur, Administrateur de la gestion des utilisateurs, Benutzeradministrator, Benutzerkontenadministrator, Benutzerverwaltungsadministrator, Administrador de usuarios, Administrador de cuentas de usuario, Amministratore utenti, Amministratore account utente, Gebruikersbeheerder, Administrador de Utilizadores, Administrador de Usuários, Administrador de Usuário',
  exchangeAdministrator: 'Exchange Service Administrator, Exchange Online Administrator',
  sharePointAdministrator: 'SharePoint Service Administrator, SharePoint Online Administrator',
  teamsAdministrator: 'Teams Service Administrator',
  exchangeRecipientAdministrator:
    'Exchange-Empfängeradministrator, Administrador de destinatarios de Exchange, Amministratore destinatari di Exchange, Administrador de Destinatários do Exchange',
  skypeForBusinessAdministrator: 'Lync Service Administrator, Lync Administrator, Skype Administrator',
  dynamics365Administrator:
    'CRM Service Administrator, Dynamics 365 Service Administrator, Dynamics Administrator, Dynamics CRM Administrator',
  fabricAdministrator: 'Power BI Administrator, Power BI Service Administrator',
  entraJoinedDeviceLocalAdministrator:
    'Azure AD Joined Device Local Administrator, Joined Device Local Administrator, Device Administrators, Administrateur local des appareils joints, Lokaler Administrator für in Azure AD eingebundene Geräte, Lokaler Administrator für in Microsoft Entra eingebundene Geräte',
  cloudAppSecurityAdministrator: 'Microsoft Defender for Cloud Apps Administrator, MCAS Administrator',
  complianceAdministrator:
    'Complianceadministrator, Administrador de cumplimiento, Amministratore di conformità, Compliancebeheerder, Administrador de Conformidade',
  billingAdministrator:
    'Abrechnungsadministrator, Administrador de facturación, Amministratore fatturazione, Factureringsbeheerder, Administrador de Faturação, Administrador de Cobrança',
  licenseAdministrator:
    'Licence Administrator, Licensing Administrator, Lizenzadministrator, Administrador de licencias, Amministratore licenze, Licentiebeheerder, Administrador de Licenças',
  serviceSupportAdministrator:
    'Service Administrator, Dienstsupportadministrator, Dienstunterstützungsadministrator, Administrador de soporte técnico del servicio, Amministratore del supporto servizi, Amministratore supporto servizio, Serviceondersteuningsbeheerder, Administrador de Suporte de Serviço, Administrador de Suporte a Serviços',
  groupsAdministrator:
    'Gruppenadministrator, Administrador de grupos, Amministratore gruppi, Groepsbeheerder, Groepenbeheerder',
  guestInviter: 'Gasteinladender, Invitador de usuarios, Mittente dell’invito guest, Gastuitnodiger',
  officeAppsAdministrator: 'Office Apps Admin, Office-Apps-Administrator',
  reportsReader:
    'Berichtsleser, Lector de informes, Lettore di report, Rapportlezer, Rapportenlezer, Leitor de Relatórios',
  messageCenterReader:
    'Nachrichtencenterleser, Lector del Centro de mensajes, Lettore Centro messaggi, Berichtencentrum-lezer, Leitor do Centro de Mensagens',
};
