import { z } from 'zod';
import { ordinaryRoleIds, privilegedRoleIds } from '../../../domain/partners/role-template-ids.ts';
import type { FilterRules } from './filter.ts';
import { json, listOf, type GraphCall, type GraphRequest } from './graph-call.ts';
import { guidOf } from '../identifiers.ts';
import { GraphFailure, UnknownCall } from './graph-failure.ts';
import type { SimulatedTenant } from '../tenant/simulated-tenant.ts';
import type { OwnRole, PrincipalKind } from '../tenant/tenant-rows.ts';

const assignmentFilter: FilterRules = {
  principalId: ['eq', 'in'],
  roleDefinitionId: ['eq', 'in'],
  directoryScopeId: ['eq', 'in'],
};

/** Calls about who has which role. */
export const directoryCalls: readonly GraphCall[] = [
  {
    method: 'GET',
    path: /^\/v1\.0\/roleManagement\/directory\/roleAssignments$/,
    options: ['$filter', '$expand', '$select', '$top'],
    permissions: ['RoleManagement.Read.Directory', 'Directory.Read.All'],
    service: 'directory',
    units: 1,
    answer: (request) =>
      listOf(request, assignments(request), {
        context: 'roleManagement/directory/roleAssignments',
        filter: assignmentFilter,
      }),
  },
  ...(['roleAssignmentScheduleInstances', 'roleEligibilityScheduleInstances'] as const).map(
    (segment): GraphCall => ({
      method: 'GET',
      path: new RegExp(`^/v1\\.0/roleManagement/directory/${segment}$`),
      options: ['$filter', '$select'],
      permissions: [
        'RoleManagement.Read.Directory',
        segment === 'roleAssignmentScheduleInstances'
          ? 'RoleAssignmentSchedule.Read.Directory'
          : 'RoleEligibilitySchedule.Read.Directory',
      ],
      refusal: new GraphFailure(
        403,
        'UnauthorizedAccessException',
        'Attempted to perform an unauthorized operation.',
      ),
      service: 'directory',
      units: 1,
      answer: (request) => scheduleInstances(request, segment),
    }),
  ),
  {
    method: 'POST',
    path: /^\/v1\.0\/users\/([^/]+)\/checkMemberGroups$/,
    options: [],
    permissions: ['GroupMember.Read.All', 'GroupMember.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    service: 'directory',
    units: 4,
    answer: checkMemberGroups,
  },
  {
    method: 'POST',
    path: /^\/v1\.0\/directoryObjects\/getByIds$/,
    options: [],
    permissions: ['Directory.Read.All'],
    service: 'directory',
    units: 3,
    answer: getByIds,
  },
];

/** An assigned role of anybody, of the tenant or not. */
interface HeldRole {
  readonly principal: string;
  readonly kind: PrincipalKind;
  readonly organisation: string;
  readonly role: string;
  readonly scope: string;
}

function assignments(request: GraphRequest) {
  const { tenant, query } = request;
  const expand = query.get('$expand');
  if (expand?.includes(',') === true) {
    // Observed, not documented: one expansion a query on directory objects.
    throw new UnknownCall(400, 'Request_UnsupportedQuery', 'Only one $expand is supported per query.');
  }
  if (expand !== undefined && expand !== 'principal') {
    throw new UnknownCall(400, 'BadRequest', `Parsing OData Select and Expand failed: '${expand}'.`);
  }
  const foreign = tenant.partners.flatMap(({ id, heldRoles }) =>
    heldRoles.map((role): HeldRole => ({
      principal: tenant.groupOf(id),
      kind: 'group',
      organisation: id,
      role,
      scope: '/',
    })),
  );
  const own = [...tenant.ownRoles, ...everyonesRoles(request)]
    .filter(({ state }) => state !== 'eligible')
    .map((role) => ({ ...role, organisation: tenant.id }));
  return [...own, ...foreign].map((held) => ({
    id: guidOf(tenant.id, held.principal, held.role, held.scope),
    principalId: held.principal,
    ...(tenant.showsOrganisations && { principalOrganizationId: held.organisation }),
    resourceScope: held.scope,
    directoryScopeId: held.scope,
    roleDefinitionId: held.role,
    ...(expand === 'principal' && { principal: principalOf(held, tenant) }),
  }));
}

/** Nothing but the id is shown of a foreign group, and reading it by itself fails. */
function principalOf({ principal, kind, organisation }: HeldRole, tenant: SimulatedTenant) {
  const type = { '@odata.type': `#microsoft.graph.${kind}`, id: principal };
  return organisation === tenant.id ? { ...type, displayName: `Principal ${principal}` } : type;
}

const everyones = {
  globalAdministrator: privilegedRoleIds.globalAdministrator,
  billingAdministrator: ordinaryRoleIds.billingAdministrator,
  relationshipAdministrator: ordinaryRoleIds.customerDelegatedAdminRelationshipAdministrator,
  eligible: privilegedRoleIds.globalAdministrator,
} as const;

/** In a sandbox anybody who is asked for has the role of everyone of whom nothing was said. */
function everyonesRoles({ tenant, query }: GraphRequest): readonly OwnRole[] {
  const [, person] = /principalId eq '([^']+)'/.exec(query.get('$filter') ?? '') ?? [];
  const { everyone } = tenant;
  if (person === undefined || everyone === undefined || everyone === 'none' || tenant.knows(person))
    return [];
  const state = everyone === 'eligible' ? 'eligible' : 'assigned';
  return [{ principal: person, kind: 'user', role: everyones[everyone], scope: '/', state }];
}

function scheduleInstances(
  request: GraphRequest,
  segment: 'roleAssignmentScheduleInstances' | 'roleEligibilityScheduleInstances',
) {
  const { tenant } = request;
  if (!tenant.licences.p2) {
    throw new GraphFailure(
      400,
      'AadPremiumLicenseRequired',
      'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
    );
  }
  const isEligibility = segment === 'roleEligibilityScheduleInstances';
  const rows = [...tenant.ownRoles, ...everyonesRoles(request)]
    .filter(({ state }) => (state === 'eligible') === isEligibility)
    .map(({ principal, role, scope, state }) => {
      const schedule = guidOf(tenant.id, principal, role, scope, state);
      return {
        id: `${schedule}${isEligibility ? '-e' : ''}`,
        principalId: principal,
        roleDefinitionId: role,
        directoryScopeId: scope,
        appScopeId: null,
        startDateTime: '2026-01-01T08:00:00Z',
        endDateTime: null,
        memberType: 'Direct',
        ...(isEligibility
          ? { roleEligibilityScheduleId: schedule }
          : {
              assignmentType: state === 'activated' ? 'Activated' : 'Assigned',
              roleAssignmentOriginId: schedule,
              roleAssignmentScheduleId: schedule,
            }),
      };
    });
  return listOf(request, rows, {
    context: `roleManagement/directory/${segment}`,
    filter: { principalId: ['eq'], roleDefinitionId: ['eq'], directoryScopeId: ['eq'] },
  });
}

const groupsAsked = z.strictObject({ groupIds: z.array(z.string().min(1)).min(1).max(20) });

function checkMemberGroups({ tenant, origin, parts: [person = ''], body }: GraphRequest) {
  const asked = parsed(groupsAsked, body);
  if (!tenant.knows(person) && tenant.everyone === undefined) {
    throw new GraphFailure(
      404,
      'Request_ResourceNotFound',
      `Resource '${person}' does not exist or one of its queried reference-property objects are not present.`,
    );
  }
  return json({
    '@odata.context': `${origin}/v1.0/$metadata#Collection(Edm.String)`,
    value: asked.groupIds.filter((group) => tenant.isMember(group, person)),
  });
}

const objectsAsked = z.strictObject({
  ids: z.array(z.string().min(1)).min(1).max(1000),
  types: z.array(z.enum(['directoryObjectPartnerReference', 'group', 'user', 'servicePrincipal'])).optional(),
});

function getByIds({ tenant, origin, body }: GraphRequest) {
  const { ids, types } = parsed(objectsAsked, body);
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  const foreign = tenant.partners.map(({ id, name }) => ({
    '@odata.type': '#microsoft.graph.directoryObjectPartnerReference',
    id: tenant.groupOf(id),
    description: null,
    displayName: name,
    externalPartnerTenantId: id,
    objectType: 'Group',
  }));
  const own = tenant.ownRoles.map(({ principal, kind }) => ({
    '@odata.type': `#microsoft.graph.${kind}`,
    id: principal,
    displayName: `Principal ${principal}`,
  }));
  const isWanted = (object: { readonly id: string; readonly '@odata.type': string }) =>
    wanted.has(object.id) &&
    (types ?? []).some((type) => object['@odata.type'] === `#microsoft.graph.${type}`);
  const found = new Map([...own, ...foreign].filter(isWanted).map((object) => [object.id, object]));
  return json({ '@odata.context': `${origin}/v1.0/$metadata#directoryObjects`, value: [...found.values()] });
}

function parsed<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new UnknownCall(400, 'Request_BadRequest', 'The request body is not as documented for this call.');
}
