import type { Instant } from '../../domain/instant.ts';

/**
 * What can be sent to Microsoft Graph. A `get` is sent with GET; the two others are the documented POSTs that only read.
 * Nothing else can be said in these types, so nothing can be written. `call`: for the log, without ids.
 */
export type DirectoryRead =
  | { readonly kind: 'get'; readonly call: string; readonly path: string }
  | { readonly kind: 'checkMemberGroups'; readonly person: string; readonly groups: readonly string[] }
  | { readonly kind: 'getByIds'; readonly ids: readonly string[]; readonly types: readonly string[] };

/** A read of the audit or sign-in log, for which Graph has stricter limits, and which is in no batch. */
export interface ReportRead {
  readonly kind: 'report';
  readonly version: 'v1.0' | 'beta';
  readonly call: string;
  readonly path: string;
}

export type GraphRead = DirectoryRead | ReportRead;

/** Ids that `checkMemberGroups` takes in one call. Source: Graph documentation, “checkMemberGroups”. */
export const maxGroups = 20;
/** Ids that `getByIds` takes in one call. Source: Graph documentation, “directoryObject: getByIds”. */
export const maxIds = 1000;

/** A string in a filter or a function's parameter. OData doubles quotes. */
const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function query(options: Readonly<Record<string, string>>): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `?${parts.join('&')}`;
}

const get = (call: string, path = call): DirectoryRead => ({ kind: 'get', call, path });

const partners = '/policies/crossTenantAccessPolicy/partners';
const assignments = '/roleManagement/directory/roleAssignments';
const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';

/** Everyone with cross-tenant settings, service providers among them. */
export const readPartners = (): DirectoryRead => get(partners);

/** The roles that a service provider may be given. */
export const readConstraints = (partner: string): DirectoryRead =>
  get(
    `${partners}/{id}/serviceProviderConstraints`,
    `${partners}/${encodeURIComponent(partner)}/serviceProviderConstraints`,
  );

/** Every role assignment of the tenant. */
export const readAssignments = (): DirectoryRead => get(assignments);

const filtered = (path: string, filter: string, value: string, more: Record<string, string> = {}) =>
  get(`${path}?${filter}`, `${path}${query({ $filter: `${filter} eq ${literal(value)}`, ...more })}`);

export const readAssignmentsOf = (principal: string): DirectoryRead =>
  filtered(assignments, 'principalId', principal);

/** Some people of the tenant. */
export const readUsers = (): DirectoryRead =>
  get('/users', `/users${query({ $select: 'id,mail,userPrincipalName', $top: '5' })}`);

/** Who has a role, each with its type: only groups have members. */
export const readAssignmentsOfRole = (role: string): DirectoryRead =>
  filtered(assignments, 'roleDefinitionId', role, { $expand: 'principal' });

/** Roles that someone may activate (Privileged Identity Management). */
export const readEligibilitiesOf = (principal: string): DirectoryRead =>
  filtered(eligibilities, 'principalId', principal);

export const readEligibilitiesOfRole = (role: string): DirectoryRead =>
  filtered(eligibilities, 'roleDefinitionId', role);

export const readSubscriptions = (): DirectoryRead => get('/directory/subscriptions');

/** What a tenant calls itself, whichever it is. */
export const readTenantName = (tenant: string): DirectoryRead => {
  const call = '/tenantRelationships/findTenantInformationByTenantId';
  return get(call, `${call}(tenantId=${encodeURIComponent(literal(tenant))})`);
};

const report = (
  version: ReportRead['version'],
  path: string,
  options: Record<string, string>,
): ReportRead => ({
  kind: 'report',
  version,
  call: path,
  path: path + query(options),
});

/** Changes since a moment, newest first. @param top rows of a page */
export const readAudits = (since: Instant, top: number): ReportRead =>
  report('v1.0', '/auditLogs/directoryAudits', {
    $filter: `activityDateTime ge ${since}`,
    $top: String(top),
  });

/** Sign-ins of service providers' people since a moment, newest first; the filter exists in /beta only. */
export const readPartnerSignIns = (
  since: Instant,
  by: 'interactiveUser' | 'nonInteractiveUser',
): ReportRead =>
  report('beta', '/auditLogs/signIns', {
    $filter: `createdDateTime ge ${since} and crossTenantAccessType eq 'serviceProvider' and signInEventTypes/any(t: t eq '${by}')`,
  });

/** A read as it is sent. */
export interface WireRequest {
  readonly service: GraphService;
  readonly call: string;
  readonly method: 'GET' | 'POST';
  /** Below the root, with its version. */
  readonly path: string;
  readonly body?: unknown;
  /** What is sent as `Prefer`, with each page of a list. */
  readonly prefer?: string;
  /** For an answer that is no JSON: how many bytes of it are read at most. */
  readonly maxBytes?: number;
}

/** What Graph limits apart: `reports` are audits and sign-ins, `mail` is a mailbox. */
export type GraphService = 'directory' | 'reports' | 'mail';

/** @returns the request without its version, which batches leave out too */
function unversioned(read: GraphRead): Pick<WireRequest, 'call' | 'method' | 'path' | 'body'> {
  switch (read.kind) {
    case 'get':
    case 'report':
      return { call: read.call, method: 'GET', path: read.path };
    case 'checkMemberGroups':
      return {
        call: '/users/{id}/checkMemberGroups',
        method: 'POST',
        path: `/users/${encodeURIComponent(read.person)}/checkMemberGroups`,
        body: { groupIds: read.groups },
      };
    case 'getByIds':
      return {
        call: '/directoryObjects/getByIds',
        method: 'POST',
        path: '/directoryObjects/getByIds',
        body: { ids: read.ids, types: read.types },
      };
  }
}

export function wireRequest(read: GraphRead): WireRequest {
  const isReport = read.kind === 'report';
  const request = unversioned(read);
  return {
    ...request,
    service: isReport ? 'reports' : 'directory',
    path: `/${isReport ? read.version : 'v1.0'}${request.path}`,
  };
}

/** Several reads in one request. Source: Graph documentation, “Combine multiple requests in one HTTP call”. */
export function wireBatch(reads: readonly (readonly [id: string, read: DirectoryRead])[]): WireRequest {
  return {
    service: 'directory',
    call: '/$batch',
    method: 'POST',
    path: '/v1.0/$batch',
    body: {
      requests: reads.map(([id, read]) => {
        const { method, path, body } = unversioned(read);
        const headers = { 'Content-Type': 'application/json' };
        return { id, method, url: path, ...(body !== undefined && { headers, body }) };
      }),
    },
  };
}

/**
 * The next page of a list, where its link stays at Graph: an address from an answer must not take a token elsewhere.
 * @param root Graph's own
 */
export function wireNextPage(of: WireRequest, link: string, root: string): WireRequest | undefined {
  if (!URL.canParse(link)) return undefined;
  const { origin, username, password, pathname, search } = new URL(link);
  const isOwn = origin === new URL(root).origin && username === '' && password === '';
  if (!isOwn || !/^\/(?:v1\.0|beta)\//.test(pathname)) return undefined;
  return {
    service: of.service,
    call: of.call,
    method: 'GET',
    path: pathname + search,
    ...(of.prefer !== undefined && { prefer: of.prefer }),
  };
}
