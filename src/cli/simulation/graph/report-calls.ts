import type { FilterRules } from './filter.ts';
import { listOf, type GraphCall, type GraphRequest } from './graph-call.ts';
import { guidOf } from '../identifiers.ts';
import { GraphFailure } from './graph-failure.ts';

const permission = 'AuditLog.Read.All';
const refusal = new GraphFailure(
  403,
  'Authentication_MSGraphPermissionMissing',
  `Calling principal does not have required MSGraph permissions ${permission}`,
);

const auditFilter: FilterRules = {
  activityDateTime: ['eq', 'ge', 'le'],
  activityDisplayName: ['eq', 'startswith'],
  correlationId: ['eq'],
  loggedByService: ['eq'],
  'initiatedBy/user/id': ['eq'],
  'initiatedBy/user/displayName': ['eq'],
  'initiatedBy/user/userPrincipalName': ['eq', 'startswith'],
  'initiatedBy/app/appId': ['eq'],
  'initiatedBy/app/displayName': ['eq'],
  'targetResources/any/id': ['eq'],
  'targetResources/any/displayName': ['eq', 'startswith'],
};

const signInFilter: FilterRules = {
  createdDateTime: ['eq', 'ge', 'le'],
  crossTenantAccessType: ['eq', 'ne'],
  homeTenantId: ['eq', 'ne'],
  resourceTenantId: ['eq', 'ne'],
  tokenIssuerType: ['eq'],
  'signInEventTypes/any': ['eq'],
};

/** The audit log and the sign-ins. */
export const reportCalls: readonly GraphCall[] = [
  {
    method: 'GET',
    path: /^\/v1\.0\/auditLogs\/directoryAudits$/,
    options: ['$filter', '$top'],
    permissions: [permission],
    refusal,
    service: 'reports',
    units: 1,
    answer: (request) =>
      listOf(request, audits(request), {
        context: 'auditLogs/directoryAudits',
        filter: auditFilter,
        maxTop: 1000,
      }),
  },
  {
    method: 'GET',
    path: /^\/beta\/auditLogs\/signIns$/,
    options: ['$filter', '$top'],
    permissions: [permission],
    refusal,
    service: 'reports',
    units: 1,
    answer: (request) => {
      if (!request.tenant.licences.p1) {
        throw new GraphFailure(
          403,
          'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
          "Neither tenant is B2C or tenant doesn't have premium license",
        );
      }
      return listOf(request, signIns(request), {
        context: 'auditLogs/signIns',
        filter: signInFilter,
        maxTop: 1000,
      });
    },
  },
];

function audits({ tenant }: GraphRequest) {
  return tenant.audits.map(({ initiatedBy, ...row }) => ({
    category: 'DirectoryManagement',
    correlationId: guidOf(row.id, 'correlation'),
    result: 'success',
    resultReason: '',
    loggedByService: 'Core Directory',
    operationType: 'Update',
    targetResources: [],
    additionalDetails: [],
    ...row,
    initiatedBy: { user: initiatedBy?.user ?? null, app: initiatedBy?.app ?? null },
  }));
}

/** Without a condition on `signInEventTypes` only interactive sign-ins are listed. */
function signIns({ tenant, query }: GraphRequest) {
  const isAsked = query.get('$filter')?.includes('signInEventTypes') === true;
  return tenant.signIns
    .map(({ errorCode = 0, userPrincipalName, ...row }) => ({
      appDisplayName: 'Azure Portal',
      appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c',
      crossTenantAccessType: 'serviceProvider',
      resourceTenantId: tenant.id,
      signInEventTypes: ['interactiveUser'],
      tokenIssuerType: 'AzureAD',
      ...row,
      userDisplayName: userPrincipalName ?? 'Partner Technician',
      userPrincipalName: userPrincipalName ?? `user_${row.id.slice(0, 8)}@partner.example`,
      userId: guidOf(row.homeTenantId, userPrincipalName ?? 'technician'),
      status: {
        errorCode,
        failureReason: errorCode === 0 ? 'Other.' : 'Sign-in failed.',
        additionalDetails: null,
      },
    }))
    .filter(({ signInEventTypes }) => isAsked || signInEventTypes.includes('interactiveUser'));
}
