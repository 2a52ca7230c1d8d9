import type { Clock } from '../../application/ports/clock.ts';
import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type {
  ForeignRole,
  Observation,
  ObservedProvider,
  TenantName,
} from '../../domain/tenant/observation.ts';
import type { Read } from '../../domain/tenant/tenant-reads.ts';
import { assignmentRow, type AssignmentRow } from './assignment-rows.ts';
import { GraphFailure, whyNot } from './graph-failure.ts';
import {
  maxIds,
  readAssignments,
  readConstraints,
  readPartners,
  readSubscriptions,
  readTenantName,
} from './graph-reads.ts';
import { bodyOf, type GraphSession } from './graph-session.ts';
import { read } from './read-answer.ts';
import {
  constraintsBody,
  organisation,
  partnerReferences,
  partnerRow,
  subscriptionRow,
  tenantNameBody,
} from './partner-rows.ts';

/** Names asked for in one round: the others follow in the next ones. */
const maxNames = 100;

/** One round of reads: a handful of requests, unless a list is long. */
export async function readObservation(
  session: GraphSession,
  tenant: TenantId,
  known: ReadonlySet<ProviderId>,
  clock: Clock,
): Promise<Observation> {
  const at = clock.now();
  // One after the other: none is on its way while another is told to wait.
  const providers = await attempt(() => readProviders(session));
  const roles = await attempt(() => readForeignRoles(session, tenant));
  const sellers = await attempt(() => readSellers(session, tenant));
  const seen = new Set([
    ...valueOr(providers, []).map(({ id }) => id),
    ...valueOr(roles, []).map((role) => role.organisation),
    ...valueOr(sellers, []),
  ]);
  const unnamed = [...seen].filter((id) => !known.has(id)).slice(0, maxNames);
  return { at, providers, roles, sellers, names: await readNames(session, unnamed) };
}

async function attempt<Value>(reading: () => Promise<Value>): Promise<Read<Value>> {
  try {
    return { kind: 'read', value: await reading() };
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    return { kind: 'notRead', why: whyNot(error) };
  }
}

function valueOr<Value>(part: Read<Value>, otherwise: Value): Value {
  return part.kind === 'read' ? part.value : otherwise;
}

async function readProviders(session: GraphSession): Promise<readonly ObservedProvider[]> {
  const rows = await session.listAll(readPartners(), partnerRow);
  const byId = new Map(
    rows.filter((row) => row.isServiceProvider === true).map((row) => [organisation(row.tenantId), row]),
  );
  const results = await session.batch([...byId.values()].map((row) => readConstraints(row.tenantId)));
  return Promise.all(
    [...byId].map(async ([id, { inboundTrust }], index) => ({
      id,
      trust: {
        acceptsMfa: inboundTrust?.isMfaAccepted ?? false,
        acceptsCompliantDevice: inboundTrust?.isCompliantDeviceAccepted ?? false,
        acceptsHybridJoinedDevice: inboundTrust?.isHybridAzureADJoinedDeviceAccepted ?? false,
      },
      allowedRoles: await attempt(() => {
        const { allowedRoleTemplateIds } = read(bodyOf(results[index]), constraintsBody);
        return Promise.resolve([...new Set(allowedRoleTemplateIds.map((role) => role.toLowerCase()))]);
      }),
    })),
  );
}

async function readForeignRoles(session: GraphSession, tenant: TenantId): Promise<readonly ForeignRole[]> {
  const rows = (await session.listAll(readAssignments(), assignmentRow)).filter(
    ({ directoryScopeId }) => directoryScopeId === '/',
  );
  const references = await readReferences(session, rows);
  const own = organisation(tenant);
  const found = new Map<string, ForeignRole>();
  for (const { principalId, principalOrganizationId, roleDefinitionId } of rows) {
    const holder = principalOrganizationId ?? references.get(principalId.toLowerCase());
    if (holder === undefined || organisation(holder) === own) continue;
    const held = { organisation: organisation(holder), role: roleDefinitionId.toLowerCase() };
    found.set(`${held.organisation} ${held.role}`, held);
  }
  return [...found.values()];
}

/**
 * The organisations of the principals whose rows do not name them, as in national clouds.
 * @throws GraphFailure('unsupported') without the permission for that: whose they are cannot be known then
 */
async function readReferences(
  session: GraphSession,
  rows: readonly AssignmentRow[],
): Promise<ReadonlyMap<string, string>> {
  // A cloud names the organisations of all or of none: where it names some, the others are the tenant's own.
  const isNamed = rows.some(({ principalOrganizationId }) => typeof principalOrganizationId === 'string');
  const nameless = isNamed ? [] : rows.filter((row) => row.principalOrganizationId === undefined);
  const ids = [...new Set(nameless.map(({ principalId }) => principalId))];
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += maxIds) {
    const types = ['directoryObjectPartnerReference'];
    const asked = { kind: 'getByIds', ids: ids.slice(at, at + maxIds), types } as const;
    const { value } = await session.get(asked, partnerReferences).catch((error: unknown) => {
      throw whyNot(error) === 'refused' ? new GraphFailure('unsupported', 'no_organisations') : error;
    });
    for (const { id, externalPartnerTenantId: holder } of value) {
      if (typeof holder === 'string') found.set(id.toLowerCase(), holder);
    }
  }
  return found;
}

async function readSellers(session: GraphSession, tenant: TenantId): Promise<readonly ProviderId[]> {
  const own = organisation(tenant);
  const sellers = (await session.listAll(readSubscriptions(), subscriptionRow))
    .filter(({ status }) => status.toLowerCase() !== 'deleted')
    .flatMap(({ ownerTenantId }) => (ownerTenantId ? [organisation(ownerTenantId)] : []))
    .filter((seller) => seller !== own);
  return [...new Set(sellers)].toSorted();
}

/** The names that were found: an organisation without one is asked for again in the next round. */
async function readNames(
  session: GraphSession,
  ids: readonly ProviderId[],
): Promise<ReadonlyMap<ProviderId, TenantName>> {
  const results = await session.batch(ids.map(readTenantName));
  const names = new Map<ProviderId, TenantName>();
  for (const [index, id] of ids.entries()) {
    const result = results[index];
    const body = result?.kind === 'answered' ? tenantNameBody.safeParse(result.body).data : undefined;
    if (!body?.displayName) continue;
    const domain = body.defaultDomainName;
    names.set(id, { name: body.displayName, ...(domain && { domain }) });
  }
  return names;
}
