import type { ConfiguredAdmin } from '../adapters/roles/configured-roles.ts';
import { canonicalTenantId, type TenantId } from '../domain/identifiers.ts';
import {
  guidFault,
  idFault,
  isDomain,
  mustBeAdmins,
  mustBeApp,
  mustBeTenant,
  mustBeTenants,
  whereIdsAre,
} from './id-variables.ts';
import type { Variables } from './variables.ts';

/** The tenants that are served: those named, else the registration's own; any only in a sandbox. */
export function allowedTenants({
  ALLOWED_TENANTS,
  MicrosoftAppTenantId,
}: Variables): readonly TenantId[] | 'any' {
  if (ALLOWED_TENANTS !== undefined) return ALLOWED_TENANTS.map(canonicalTenantId);
  return MicrosoftAppTenantId === undefined ? 'any' : [canonicalTenantId(MicrosoftAppTenantId)];
}

/**
 * Ids that nobody can have, which would let the desk start and serve nobody, or let nobody decide. One problem per
 * variable: the first.
 */
export function idProblems(set: Variables): string[] {
  // Without a registration no channel says who is there, and the Playground makes up its ids.
  const fault = set.DESK_MODE === 'production' || set.MicrosoftAppId !== undefined ? guidFault : idFault;
  const tenants = [
    ...homeTenantProblem(set, fault),
    ...(set.ALLOWED_TENANTS === undefined ? [] : tenantsProblem(set.ALLOWED_TENANTS, fault)),
  ].filter((found) => found !== undefined);
  // Who is served is not known then.
  const served = tenants.length > 0 ? 'any' : allowedTenants(set);
  return [
    problem('MicrosoftAppId', mustBeApp, [set.MicrosoftAppId], fault),
    ...tenants,
    ...(set.ADMINS === undefined ? [] : adminsProblem(set.ADMINS, served, fault)),
  ].filter((found) => found !== undefined);
}

type Fault = typeof idFault;

function problem(name: string, must: string, ids: readonly (string | undefined)[], fault: Fault) {
  const [first] = ids.flatMap((id) => (id === undefined ? [] : (fault(id) ?? [])));
  return first === undefined ? undefined : `${name} ${must}: ${first}; ${whereIdsAre}`;
}

/** Tokens may be asked for at a tenant's domain, but activities name tenants by id. */
function homeTenantProblem({ MicrosoftAppTenantId: tenant, ALLOWED_TENANTS }: Variables, fault: Fault) {
  if (tenant === undefined) return [];
  if (!isDomain(tenant)) return [problem('MicrosoftAppTenantId', mustBeTenant, [tenant], fault)];
  if (ALLOWED_TENANTS !== undefined) return [];
  return [
    `ALLOWED_TENANTS ${mustBeTenants}: MicrosoftAppTenantId is the domain “${tenant}”, and activities name their tenant by id; ${whereIdsAre}`,
  ];
}

function tenantsProblem(tenants: readonly string[], fault: Fault) {
  return tenants.length === 0
    ? [`ALLOWED_TENANTS ${mustBeTenants}`]
    : [problem('ALLOWED_TENANTS', mustBeTenants, tenants, fault)];
}

function adminsProblem(
  admins: readonly ConfiguredAdmin[],
  served: readonly TenantId[] | 'any',
  fault: Fault,
) {
  const ids = admins.flatMap(({ tenant, person }) => (tenant === 'any' ? [person] : [tenant, person]));
  const wrong = problem('ADMINS', mustBeAdmins, ids, fault);
  if (wrong !== undefined || served === 'any') return [wrong];
  const unbound = admins.find(({ tenant }) => tenant === 'any');
  if (unbound !== undefined && served.length > 1) {
    return [
      `ADMINS must name the tenant of each person, since several are served, such as ${served[0] ?? ''}/${unbound.person}=…: “${unbound.person}” has none`,
    ];
  }
  const foreign = admins.find(({ tenant }) => tenant !== 'any' && !served.includes(tenant));
  if (foreign === undefined) return [];
  return [
    `ADMINS must name tenants that are served: “${foreign.tenant}” is not among ${served.join(', ')}; add it to ALLOWED_TENANTS, or take its people out`,
  ];
}
