import { z } from 'zod';

/*
 * What Microsoft documents, and what was observed where it does not. Strict: a field too many is as wrong as one that is
 * missing.
 */

const id = z.guid();
const instant = z.iso.datetime();

/** A list. */
export function list<Row extends z.ZodType>(context: string, row: Row) {
  return z.strictObject({
    '@odata.context': z.string().endsWith(`/$metadata#${context}`),
    '@odata.nextLink': z.url().optional(),
    value: z.array(row),
  });
}

export const error = z.strictObject({
  error: z.strictObject({
    code: z.string().min(1),
    message: z.string().min(1),
    innerError: z.strictObject({
      date: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
      'request-id': id,
      'client-request-id': z.string().min(1),
    }),
  }),
});

/** Of the token endpoint. */
export const tokenError = z.strictObject({
  error: z.string(),
  error_description: z.string().regex(/^AADSTS\d+: /),
  error_codes: z.array(z.number()).min(1),
  timestamp: z.string(),
  trace_id: id,
  correlation_id: id,
  error_uri: z.url(),
});

const inboundTrust = z.strictObject({
  isMfaAccepted: z.boolean(),
  isCompliantDeviceAccepted: z.boolean(),
  isHybridAzureADJoinedDeviceAccepted: z.boolean(),
});

export const partner = z.strictObject({
  tenantId: id,
  isServiceProvider: z.boolean().nullable(),
  isInMultiTenantOrganization: z.boolean().nullable(),
  inboundTrust: inboundTrust.nullable(),
  automaticUserConsentSettings: z.strictObject({
    inboundAllowed: z.boolean().nullable(),
    outboundAllowed: z.boolean().nullable(),
  }),
  b2bCollaborationInbound: z.null(),
  b2bCollaborationOutbound: z.null(),
  b2bDirectConnectInbound: z.null(),
  b2bDirectConnectOutbound: z.null(),
  tenantRestrictions: z.null(),
});

export const constraints = z.strictObject({
  '@odata.context': z.string(),
  allowedRoleTemplateIds: z.array(id),
  createdDateTime: instant,
  lastModifiedDateTime: instant,
});

export const roleAssignment = z.strictObject({
  id: z.string(),
  principalId: id,
  principalOrganizationId: id.optional(),
  resourceScope: z.string(),
  directoryScopeId: z.string().startsWith('/'),
  roleDefinitionId: id,
  principal: z
    .strictObject({
      '@odata.type': z.enum([
        '#microsoft.graph.user',
        '#microsoft.graph.group',
        '#microsoft.graph.servicePrincipal',
      ]),
      id,
      displayName: z.string().optional(),
    })
    .optional(),
});

const scheduleInstance = {
  principalId: id,
  roleDefinitionId: id,
  directoryScopeId: z.string(),
  appScopeId: z.null(),
  startDateTime: instant,
  endDateTime: instant.nullable(),
  memberType: z.enum(['Direct', 'Group']),
};

export const assignmentInstance = z.strictObject({
  ...scheduleInstance,
  id,
  assignmentType: z.enum(['Assigned', 'Activated']),
  roleAssignmentOriginId: id,
  roleAssignmentScheduleId: id,
});

export const eligibilityInstance = z.strictObject({
  ...scheduleInstance,
  id: z.string().endsWith('-e'),
  roleEligibilityScheduleId: id,
});

export const groupIds = z.strictObject({ '@odata.context': z.string(), value: z.array(id) });

export const partnerReference = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.directoryObjectPartnerReference'),
  id,
  displayName: z.string(),
  description: z.string().nullable(),
  externalPartnerTenantId: id,
  objectType: z.string(),
});

export const tenantInformation = z.strictObject({
  '@odata.context': z.string(),
  tenantId: id,
  federationBrandName: z.string().nullable(),
  displayName: z.string(),
  defaultDomainName: z.string(),
});

export const subscription = z.strictObject({
  id,
  commerceSubscriptionId: id,
  createdDateTime: instant,
  isTrial: z.boolean(),
  nextLifecycleDateTime: instant.nullable(),
  ownerId: z.string().nullable(),
  ownerTenantId: id.nullable(),
  ownerType: z.string().nullable(),
  serviceStatus: z.array(
    z.strictObject({
      appliesTo: z.string(),
      provisioningStatus: z.string(),
      servicePlanId: id,
      servicePlanName: z.string(),
    }),
  ),
  skuId: id,
  skuPartNumber: z.string(),
  status: z.enum(['Enabled', 'Deleted', 'Suspended', 'Warning', 'LockedOut']),
  totalLicenses: z.number(),
});

export const directoryAudit = z.strictObject({
  id: z.string(),
  category: z.string(),
  correlationId: z.string(),
  result: z.string(),
  resultReason: z.string(),
  activityDisplayName: z.string(),
  activityDateTime: instant,
  loggedByService: z.string(),
  operationType: z.string(),
  initiatedBy: z.strictObject({
    user: z
      .strictObject({
        id: z.string(),
        displayName: z.string(),
        userPrincipalName: z.string(),
        ipAddress: z.string(),
      })
      .nullable(),
    app: z.object({ displayName: z.string() }).nullable(),
  }),
  targetResources: z.array(
    z.strictObject({
      id: z.string(),
      displayName: z.string().nullable(),
      type: z.string(),
      modifiedProperties: z.array(
        // Old and new values are JSON in strings.
        z.strictObject({
          displayName: z.string(),
          oldValue: z.string().nullable(),
          newValue: z.string().nullable(),
        }),
      ),
    }),
  ),
  additionalDetails: z.array(z.strictObject({ key: z.string(), value: z.string() })),
});

export const signIn = z.object({
  id: z.string(),
  createdDateTime: instant,
  appDisplayName: z.string(),
  userPrincipalName: z.string(),
  crossTenantAccessType: z.enum([
    'none',
    'b2bCollaboration',
    'b2bDirectConnect',
    'microsoftSupport',
    'serviceProvider',
    'passthrough',
  ]),
  homeTenantId: id,
  resourceTenantId: id,
  signInEventTypes: z.array(z.string()),
  tokenIssuerType: z.string(),
  status: z.object({ errorCode: z.number() }),
});

export const batch = z.strictObject({
  responses: z.array(
    z.strictObject({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.unknown(),
    }),
  ),
});
