import { json, listOf, type GraphCall, type GraphRequest } from './graph-call.ts';
import { guidOf } from '../identifiers.ts';
import { GraphFailure } from './graph-failure.ts';
import type { SimulatedPartner } from '../tenant/tenant-rows.ts';

/** What an organisation calls itself, whoever asks. */
export type NameOf = (
  tenant: string,
) => Promise<{ readonly name: string; readonly domain: string } | undefined>;

/** Calls about organisations outside the tenant. @param nameOf names those that a tenant does not have itself */
export function partnerCalls(nameOf: NameOf): readonly GraphCall[] {
  const policy = '/v1.0/policies/crossTenantAccessPolicy/partners';
  return [
    {
      method: 'GET',
      path: /^\/v1\.0\/policies\/crossTenantAccessPolicy\/partners$/,
      options: ['$select'],
      permissions: ['Policy.Read.All', 'Policy.ReadWrite.CrossTenantAccess'],
      service: 'directory',
      units: 1,
      answer: (request) =>
        listOf(request, request.tenant.partners.filter(hasRow).map(policyRow), {
          context: 'policies/crossTenantAccessPolicy/partners',
        }),
    },
    {
      method: 'GET',
      path: new RegExp(`^${policy.replaceAll('.', '\\.')}/([^/]+)/serviceProviderConstraints$`),
      options: [],
      // No page names the permission for it; this one is what the list takes.
      permissions: ['Policy.Read.All', 'Policy.ReadWrite.CrossTenantAccess'],
      service: 'directory',
      units: 1,
      answer: constraints,
    },
    ...(['TenantId', 'DomainName'] as const).map((by): GraphCall => {
      const key = by === 'TenantId' ? 'tenantId' : 'domainName';
      return {
        method: 'GET',
        path: new RegExp(
          `^/v1\\.0/tenantRelationships/(?:microsoft\\.graph\\.)?findTenantInformationBy${by}\\(${key}='([^']+)'\\)$`,
        ),
        options: [],
        permissions: ['CrossTenantInformation.ReadBasic.All'],
        service: 'directory',
        units: 1,
        answer: (request) => tenantInformation(request, key, nameOf),
      };
    }),
    {
      method: 'GET',
      path: /^\/v1\.0\/directory\/subscriptions$/,
      options: ['$select'],
      permissions: ['Organization.Read.All', 'Directory.Read.All'],
      service: 'directory',
      units: 1,
      answer: (request) =>
        listOf(request, [...boughtDirectly(request.tenant.id), ...request.tenant.partners.flatMap(sold)], {
          context: 'directory/subscriptions',
        }),
    },
  ];
}

function hasRow({ isServiceProvider }: SimulatedPartner): boolean {
  return isServiceProvider !== 'absent';
}

function policyRow({ id, isServiceProvider, inboundTrust }: SimulatedPartner) {
  return {
    tenantId: id,
    isServiceProvider,
    isInMultiTenantOrganization: null,
    inboundTrust,
    automaticUserConsentSettings: { inboundAllowed: null, outboundAllowed: null },
    b2bCollaborationInbound: null,
    b2bCollaborationOutbound: null,
    b2bDirectConnectInbound: null,
    b2bDirectConnectOutbound: null,
    tenantRestrictions: null,
  };
}

function constraints({ tenant, origin, parts: [id = ''] }: GraphRequest) {
  if (!tenant.offersConstraints) {
    throw new GraphFailure(
      404,
      'BadRequest',
      "Resource not found for the segment 'serviceProviderConstraints'.",
    );
  }
  const partner = tenant.partners.find((known) => known.id === id.toLowerCase());
  if (partner?.isServiceProvider !== true) {
    throw new GraphFailure(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  }
  return json({
    '@odata.context': `${origin}/v1.0/$metadata#policies/crossTenantAccessPolicy/partners('${id}')/serviceProviderConstraints/$entity`,
    allowedRoleTemplateIds: partner.allowedRoles,
    createdDateTime: partner.createdAt,
    lastModifiedDateTime: partner.changedAt,
  });
}

async function tenantInformation(
  { tenant, origin, parts: [wanted = ''] }: GraphRequest,
  key: 'tenantId' | 'domainName',
  nameOf: NameOf,
) {
  const asked = wanted.toLowerCase();
  const known = tenant.partners.find(
    ({ id, domain }) => asked === (key === 'tenantId' ? id : domain.toLowerCase()),
  );
  const elsewhere = known === undefined && key === 'tenantId' ? await nameOf(asked) : undefined;
  const found = known ?? (elsewhere && { id: asked, ...elsewhere });
  if (found === undefined) {
    throw new GraphFailure(
      404,
      'Directory_ObjectNotFound',
      'Unable to read the company information from the directory.',
    );
  }
  return json({
    '@odata.context': `${origin}/v1.0/$metadata#microsoft.graph.tenantInformation`,
    tenantId: found.id,
    federationBrandName: null,
    displayName: found.name,
    defaultDomainName: found.domain,
  });
}

function subscription(id: string, number: number, ownerTenantId: string | null, createdDateTime: string) {
  return {
    id: guidOf(id, String(number)),
    commerceSubscriptionId: guidOf(id, String(number), 'commerce'),
    createdDateTime,
    isTrial: false,
    nextLifecycleDateTime: null,
    ownerId: null,
    ownerTenantId,
    ownerType: null,
    serviceStatus: [
      {
        appliesTo: 'User',
        provisioningStatus: 'Success',
        servicePlanId: '9aaf7827-d63c-4b61-89c3-182f06f82e5c',
        servicePlanName: 'EXCHANGE_S_STANDARD',
      },
    ],
    skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    skuPartNumber: 'O365_BUSINESS_PREMIUM',
    status: 'Enabled',
    totalLicenses: 25,
  };
}

function boughtDirectly(tenant: string) {
  return [subscription(tenant, 0, null, '2024-01-15T00:00:00Z')];
}

function sold({ id, subscriptions, createdAt }: SimulatedPartner) {
  return Array.from({ length: subscriptions }, (_, number) => subscription(id, number + 1, id, createdAt));
}
