/*
 * The built-in roles of Microsoft Entra by template id, which is the same in every tenant.
 * Source: Microsoft Entra built-in roles, 2026
 * (learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference).
 * The relationship administrator, new in April 2026, is not on that page yet; its id was observed in use.
 */

/**
 * Roles that Microsoft labels as privileged: they allow privilege escalation, or reading and changing security
 * settings.
 */
export const privilegedRoleIds = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  privilegedRoleAdministrator: 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  privilegedAuthenticationAdministrator: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  applicationAdministrator: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  cloudApplicationAdministrator: '158c047a-c907-4556-b7ef-446551a6b5f7',
  applicationDeveloper: 'cf1c38e5-3621-4004-a7cb-879624dced7c',
  authenticationAdministrator: 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  authenticationExtensibilityAdministrator: '25a516ed-2fa0-40ea-a2d0-12923a21473a',
  cloudDeviceAdministrator: '7698a772-787b-4ac8-901f-60d6b08affd2',
  conditionalAccessAdministrator: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  directoryWriters: '9360feb5-f418-4baa-8175-e2a00bac4301',
  domainNameAdministrator: '8329153b-31d0-4727-b945-745eb3bc5f31',
  externalIdentityProviderAdministrator: 'be2f45a1-457d-42af-a067-6ec1fa63bc45',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  helpdeskAdministrator: '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  hybridIdentityAdministrator: '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
  intuneAdministrator: '3a2c62db-5318-420d-8d74-23affee5d9d5',
  lifecycleWorkflowsAdministrator: '59d46f88-662b-457b-bceb-5c3809e5908f',
  partnerTier1Support: '4ba39ca4-527c-499a-b93d-d9b492c50246',
  partnerTier2Support: 'e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8',
  passwordAdministrator: '966707d0-3269-4727-9be2-8c3a10f19b9d',
  securityAdministrator: '194ae4cb-b126-40b2-bd5b-6091b380977d',
  securityOperator: '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  securityReader: '5d6b6bb7-de71-4623-b4af-96380a352509',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  agentIdAdministrator: 'db506228-d27e-4b7d-95e5-295956d6615f',
  attributeProvisioningAdministrator: 'ecb2c6bf-0ab6-418e-bd87-7986f8d63bbe',
  attributeProvisioningReader: '422218e4-db15-4ef9-bbe0-8afb41546d79',
  b2cIefKeysetAdministrator: 'aaf43236-0c0d-4d5f-883a-6955382ac081',
} as const;

/** Not labelled as privileged, but with access to everyone’s mail, files or conversations. */
export const highImpactRoleIds = {
  exchangeAdministrator: '29232cdf-9323-42fd-ade2-1d097af3e4de',
  sharePointAdministrator: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c',
  teamsAdministrator: '69091246-20e8-4a56-aa4d-066075b2a7a8',
} as const;

/** Roles confined to one service, to routine tasks or to reading. */
export const ordinaryRoleIds = {
  exchangeRecipientAdministrator: '31392ffb-586c-42d1-9346-e59415a2cc4e',
  teamsCommunicationsAdministrator: 'baf37b3a-610e-45da-9e62-d9d1e5e8914b',
  teamsDevicesAdministrator: '3d762c5a-1b6c-493f-843e-55a3b42923d4',
  teamsTelephonyAdministrator: 'aa38014f-0993-46e9-9b45-30501a20909d',
  skypeForBusinessAdministrator: '75941009-915a-4869-abe7-691bff18279e',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  licenseAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  serviceSupportAdministrator: 'f023fd81-a637-4b56-95fd-791ac0226033',
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  authenticationPolicyAdministrator: '0526716b-113d-4c15-b2c8-68e3c22b9f80',
  cloudAppSecurityAdministrator: '892c5842-a9a6-463a-8041-72aa08ca3cf6',
  complianceAdministrator: '17315797-102d-40b4-93e0-432062caca18',
  complianceDataAdministrator: 'e6d1a23a-da11-4be4-9570-befc86d067a7',
  azureInformationProtectionAdministrator: '7495fdc4-34c4-4d15-a289-98788ce399fd',
  groupsAdministrator: 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  guestInviter: '95e79109-95c0-4d8e-aee3-d01accf2d47b',
  identityGovernanceAdministrator: '45d8d3c5-c802-45c6-b32a-1d70b5e1e86e',
  dynamics365Administrator: '44367163-eba1-44c3-98af-f5787879f96a',
  dynamics365BusinessCentralAdministrator: '963797fb-eb3b-4cde-8ce3-5878b3f32a3f',
  powerPlatformAdministrator: '11648597-926c-4cf3-9c36-bcebb0ba8dcc',
  fabricAdministrator: 'a9ea8996-122f-4c74-9520-8edcd192826c',
  windows365Administrator: '11451d60-acb2-45eb-a7d6-43d0f0125c13',
  entraJoinedDeviceLocalAdministrator: '9f06204d-73c1-4d4c-880a-6edb90606fd8',
  officeAppsAdministrator: '2b745bdf-0803-4d80-aa65-822c4493daac',
  messageCenterReader: '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
  reportsReader: '4a5d8f65-41da-4de4-8968-e035b65339cf',
  aiAdministrator: 'd2562ede-74db-457e-a7b6-544e236ebb61',
  customerDelegatedAdminRelationshipAdministrator: 'fc8ad4e2-40e4-4724-8317-bcda7503ecbf',
} as const;
