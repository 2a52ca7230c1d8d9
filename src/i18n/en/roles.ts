import type { RoleKey } from '../../domain/partners/role-template.ts';
import { furtherRoles } from './roles/further-roles.ts';

/** As Microsoft's admin centers call them. */
const names: Readonly<Record<RoleKey, string>> = {
  ...furtherRoles.names,
  globalAdministrator: 'Global Administrator',
  privilegedRoleAdministrator: 'Privileged Role Administrator',
  privilegedAuthenticationAdministrator: 'Privileged Authentication Administrator',
  applicationAdministrator: 'Application Administrator',
  cloudApplicationAdministrator: 'Cloud Application Administrator',
  applicationDeveloper: 'Application Developer',
  authenticationAdministrator: 'Authentication Administrator',
  authenticationExtensibilityAdministrator: 'Authentication Extensibility Administrator',
  cloudDeviceAdministrator: 'Cloud Device Administrator',
  conditionalAccessAdministrator: 'Conditional Access Administrator',
  directoryWriters: 'Directory Writers',
  domainNameAdministrator: 'Domain Name Administrator',
  externalIdentityProviderAdministrator: 'External Identity Provider Administrator',
  globalReader: 'Global Reader',
  helpdeskAdministrator: 'Helpdesk Administrator',
  hybridIdentityAdministrator: 'Hybrid Identity Administrator',
  intuneAdministrator: 'Intune Administrator',
  lifecycleWorkflowsAdministrator: 'Lifecycle Workflows Administrator',
  partnerTier1Support: 'Partner Tier1 Support',
  partnerTier2Support: 'Partner Tier2 Support',
  passwordAdministrator: 'Password Administrator',
  securityAdministrator: 'Security Administrator',
  securityOperator: 'Security Operator',
  securityReader: 'Security Reader',
  userAdministrator: 'User Administrator',
  agentIdAdministrator: 'Agent ID Administrator',
  attributeProvisioningAdministrator: 'Attribute Provisioning Administrator',
  attributeProvisioningReader: 'Attribute Provisioning Reader',
  b2cIefKeysetAdministrator: 'B2C IEF Keyset Administrator',
  exchangeAdministrator: 'Exchange Administrator',
  sharePointAdministrator: 'SharePoint Administrator',
  teamsAdministrator: 'Teams Administrator',
  exchangeRecipientAdministrator: 'Exchange Recipient Administrator',
  teamsCommunicationsAdministrator: 'Teams Communications Administrator',
  teamsDevicesAdministrator: 'Teams Devices Administrator',
  teamsTelephonyAdministrator: 'Teams Telephony Administrator',
  skypeForBusinessAdministrator: 'Skype for Business Administrator',
  billingAdministrator: 'Billing Administrator',
  licenseAdministrator: 'License Administrator',
  serviceSupportAdministrator: 'Service Support Administrator',
  directoryReaders: 'Directory Readers',
  authenticationPolicyAdministrator: 'Authentication Policy Administrator',
  cloudAppSecurityAdministrator: 'Cloud App Security Administrator',
  complianceAdministrator: 'Compliance Administrator',
  complianceDataAdministrator: 'Compliance Data Administrator',
  azureInformationProtectionAdministrator: 'Azure Information Protection Administrator',
  groupsAdministrator: 'Groups Administrator',
  guestInviter: 'Guest Inviter',
  identityGovernanceAdministrator: 'Identity Governance Administrator',
  dynamics365Administrator: 'Dynamics 365 Administrator',
  dynamics365BusinessCentralAdministrator: 'Dynamics 365 Business Central Administrator',
  powerPlatformAdministrator: 'Power Platform Administrator',
  fabricAdministrator: 'Fabric Administrator',
  windows365Administrator: 'Windows 365 Administrator',
  entraJoinedDeviceLocalAdministrator: 'Microsoft Entra Joined Device Local Administrator',
  officeAppsAdministrator: 'Office Apps Administrator',
  messageCenterReader: 'Message Center Reader',
  reportsReader: 'Reports Reader',
  aiAdministrator: 'AI Administrator',
  customerDelegatedAdminRelationshipAdministrator: 'Customer Delegated Admin Relationship Administrator',
};

/** The worst that the holder of a role can do, in one sentence. */
const allows: Readonly<Record<RoleKey, string>> = {
  ...furtherRoles.allows,
  globalAdministrator: 'Can do anything in the tenant, including giving itself and others any role.',
  privilegedRoleAdministrator: 'Can give any role to anyone, Global Administrator included.',
  privilegedAuthenticationAdministrator:
    'Can reset the password and sign-in methods of anyone, Global Administrators included.',
  applicationAdministrator:
    'Can create and manage every application, its credentials and what it may access.',
  cloudApplicationAdministrator:
    'Can create and manage every application and its credentials, except the application proxy.',
  applicationDeveloper: 'Can register applications even where users may not.',
  authenticationAdministrator:
    'Can reset the password and sign-in methods of users and of some lesser administrators.',
  authenticationExtensibilityAdministrator:
    'Can change how people sign in and sign up by adding custom steps.',
  cloudDeviceAdministrator: 'Can enable, disable and delete devices, and read their BitLocker keys.',
  conditionalAccessAdministrator: 'Can change the rules that decide who may sign in, from where and how.',
  directoryWriters: 'Can read and change basic information about users and groups.',
  domainNameAdministrator: 'Can add, verify and remove the organisation’s domain names.',
  externalIdentityProviderAdministrator: 'Can decide which outside services people may sign in with.',
  globalReader: 'Can read everything that a Global Administrator can, but change nothing.',
  helpdeskAdministrator:
    'Can reset passwords of users and of some lesser administrators, and manage support requests.',
  hybridIdentityAdministrator:
    'Can manage how accounts are synchronised with the local directory, and federated sign-in.',
  intuneAdministrator: 'Can manage every device and app in Intune, and wipe devices.',
  lifecycleWorkflowsAdministrator: 'Can automate what happens to accounts when people join, move and leave.',
  partnerTier1Support:
    'Can reset passwords of people who are not administrators; an old role that Microsoft advises against.',
  partnerTier2Support:
    'Can reset the password of anyone, Global Administrators included; an old role that Microsoft advises against.',
  passwordAdministrator: 'Can reset passwords of people who are not administrators.',
  securityAdministrator: 'Can read security information and change security settings across Microsoft 365.',
  securityOperator: 'Can read and handle security alerts, and disable accounts that are at risk.',
  securityReader: 'Can read security information, alerts and sign-in logs.',
  userAdministrator:
    'Can create and delete users and groups, and reset passwords of users and lesser administrators.',
  agentIdAdministrator: 'Can manage the identities of AI agents and what they are made from.',
  attributeProvisioningAdministrator:
    'Can change which security attributes applications receive when accounts are provisioned.',
  attributeProvisioningReader:
    'Can read which security attributes applications receive when accounts are provisioned.',
  b2cIefKeysetAdministrator: 'Can manage the keys and secrets of custom sign-in policies for customers.',
  exchangeAdministrator: 'Can manage every mailbox, and give access to anyone’s mail.',
  sharePointAdministrator: 'Can manage every SharePoint site and OneDrive, and give access to their files.',
  teamsAdministrator: 'Can manage Teams: every team, its members, meetings, calls and apps.',
  exchangeRecipientAdministrator: 'Can create and change mailboxes, contacts and distribution lists.',
  teamsCommunicationsAdministrator: 'Can manage calling and meetings in Teams.',
  teamsDevicesAdministrator:
    'Can manage devices that are certified for Teams, such as room systems and phones.',
  teamsTelephonyAdministrator: 'Can manage phone numbers and voice calls in Teams.',
  skypeForBusinessAdministrator: 'Can manage Skype for Business, and some settings of Teams.',
  billingAdministrator: 'Can buy, manage subscriptions and read invoices.',
  licenseAdministrator: 'Can assign and remove users’ licences.',
  serviceSupportAdministrator: 'Can open support requests with Microsoft and read the health of services.',
  directoryReaders: 'Can read basic information about users, groups and applications.',
  authenticationPolicyAdministrator:
    'Can decide which sign-in methods people may use, and the password rules.',
  cloudAppSecurityAdministrator: 'Can manage all of Microsoft Defender for Cloud Apps.',
  complianceAdministrator: 'Can read and manage compliance settings and reports in Microsoft Purview.',
  complianceDataAdministrator:
    'Can create and manage compliance content, and follow the organisation’s data.',
  azureInformationProtectionAdministrator: 'Can manage the labels and keys that protect documents and mail.',
  groupsAdministrator: 'Can create and manage groups, and set their naming and expiry.',
  guestInviter: 'Can invite guests, even where members may not.',
  identityGovernanceAdministrator: 'Can manage who gets access to what on request, and access reviews.',
  dynamics365Administrator: 'Can manage all of Dynamics 365.',
  dynamics365BusinessCentralAdministrator: 'Can manage every Business Central environment.',
  powerPlatformAdministrator: 'Can manage all of Power Apps, Power Automate and their environments.',
  fabricAdministrator: 'Can manage all of Microsoft Fabric and Power BI.',
  windows365Administrator: 'Can create and manage every Cloud PC.',
  entraJoinedDeviceLocalAdministrator:
    'Is a local administrator on every device that is joined to Microsoft Entra.',
  officeAppsAdministrator: 'Can manage cloud settings and policies of the Office apps.',
  messageCenterReader: 'Can read Microsoft’s announcements about changes to services.',
  reportsReader: 'Can read usage reports and sign-in logs.',
  aiAdministrator: 'Can manage Microsoft 365 Copilot and other AI services.',
  customerDelegatedAdminRelationshipAdministrator:
    'Can accept, read and end delegated administration by partners.',
};

/** The roles of delegated administration. */
export const roles = { names, allows };
