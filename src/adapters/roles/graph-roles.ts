import type { Roles } from '../../application/ports/authority.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Actor } from '../../domain/actor.ts';
import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import { ordinaryRoleIds, privilegedRoleIds } from '../../domain/partners/role-template-ids.ts';
import { assignmentRow, memberGroups, type AssignmentRow } from '../graph/assignment-rows.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { GraphFailure } from '../graph/graph-failure.ts';
import {
  maxGroups,
  readAssignmentsOf,
  readAssignmentsOfRole,
  readEligibilitiesOf,
  readEligibilitiesOfRole,
  type DirectoryRead,
} from '../graph/graph-reads.ts';
import { bodyOf, type GraphSession } from '../graph/graph-session.ts';
import { read } from '../graph/read-answer.ts';

const roleIds: Readonly<Record<AdminRole, string>> = {
  globalAdministrator: privilegedRoleIds.globalAdministrator,
  billingAdministrator: ordinaryRoleIds.billingAdministrator,
  relationshipAdministrator: ordinaryRoleIds.customerDelegatedAdminRelationshipAdministrator,
};

/** For a press in all, as the port says; for what its refusal adds, so that both stay under 10 s; for a card. */
const timeouts = { press: 8_000, refusal: 1_500, card: 2_000 } as const;
/** How old the roles may be that a card shows, of people who have some, and who have none; milliseconds. */
const maxAge = 5 * 60_000;
const maxAgeOfNone = 30_000;
const maxRemembered = 5_000;
/** While Graph does not answer, only one card in so long waits for it; milliseconds. */
const retryInterval = 30_000;

const every: ReadonlySet<AdminRole> = new Set(adminRoles);
/** Longer ids are nobody's, and would make an address that no server takes. */
const maxIdLength = 200;

/** Where assignments of either kind are read. */
interface Source {
  readonly ofPerson: (person: string) => DirectoryRead;
  readonly ofRole: (role: string) => DirectoryRead;
}

const held: Source = { ofPerson: readAssignmentsOf, ofRole: readAssignmentsOfRole };
const eligible: Source = { ofPerson: readEligibilitiesOf, ofRole: readEligibilitiesOfRole };

/**
 * Roles as the tenant has them, over the whole directory: directly held, through a group that may hold roles, or
 * activated. Configured ones count besides, and alone while Graph does not answer.
 */
export function graphRoles({
  graph,
  configured,
  clock,
}: {
  readonly graph: GraphClient;
  readonly configured: Roles;
  readonly clock: Clock;
}): Roles {
  // A map iterates in insertion order: the first is the oldest.
  const remembered = new Map<string, Remembered>();
  /** When the roles of a tenant's people could last not be read for a card. */
  const failedAt = new Map<TenantId, number>();
  const now = () => millisecondsOf(clock.now());

  function within<Result>(
    { tenant, person }: Actor,
    milliseconds: number,
    work: (reading: (source: Source) => Promise<ReadonlySet<AdminRole>>) => Promise<Result>,
  ): Promise<Result> {
    return graph.within({ tenant, priority: 'high', milliseconds }, (session) =>
      work((source) =>
        canBeAnId(person) ? rolesIn(session, source, tenant, person) : Promise.resolve(new Set()),
      ),
    );
  }

  function remember(actor: Actor, roles: Omit<Remembered, 'at'>): void {
    const key = keyOf(actor);
    remembered.delete(key);
    remembered.set(key, { ...roles, at: now() });
    for (const oldest of remembered.keys()) {
      if (remembered.size <= maxRemembered) return;
      remembered.delete(oldest);
    }
  }

  /** The roles that are held, and those that may be activated besides unless the highest is held. */
  async function readForCard(actor: Actor): Promise<ReadonlySet<AdminRole>> {
    const own = await configured.rolesOf(actor);
    return within(actor, timeouts.card, async (reading) => {
      const active = union(own, await reading(held));
      const isHighest = active.has('globalAdministrator');
      const more = isHighest ? new Set<AdminRole>() : await reading(eligible).catch(noneIfNotRead);
      const shown = union(active, more);
      remember(actor, { held: active, shown });
      return shown;
    });
  }

  return {
    async rolesOf(actor) {
      const own = await configured.rolesOf(actor);
      try {
        const roles = union(own, await within(actor, timeouts.press, (reading) => reading(held)));
        const known = remembered.get(keyOf(actor));
        if (known !== undefined && !isSameSet(known.held, roles)) remembered.delete(keyOf(actor));
        return roles;
      } catch (error) {
        if (!(error instanceof GraphFailure)) throw error;
        if (own.size > 0) return own;
        throw new DomainError('roles-unavailable', {}, { cause: error });
      }
    },
    // Without a licence nobody is eligible; else the refusal says less than it could.
    eligibleRolesOf: (actor) =>
      within(actor, timeouts.refusal, (reading) => reading(eligible)).catch(noneIfNotRead),
    async shownRolesOf(actor) {
      const known = remembered.get(keyOf(actor));
      const allowed = known?.shown.size === 0 ? maxAgeOfNone : maxAge;
      if (known !== undefined && Math.abs(now() - known.at) < allowed) return known.shown;
      const failed = failedAt.get(actor.tenant);
      if (failed !== undefined && Math.abs(now() - failed) < retryInterval) return every;
      try {
        return await readForCard(actor);
      } catch (error) {
        if (!(error instanceof GraphFailure)) throw error;
        failedAt.set(actor.tenant, now());
        return every;
      }
    },
  };
}

/** Roles that a card showed. */
interface Remembered {
  readonly held: ReadonlySet<AdminRole>;
  /** With those that may be activated. */
  readonly shown: ReadonlySet<AdminRole>;
  readonly at: number;
}

function noneIfNotRead(error: unknown): ReadonlySet<AdminRole> {
  if (error instanceof GraphFailure) return new Set();
  throw error;
}

function union(one: ReadonlySet<AdminRole>, other: ReadonlySet<AdminRole>): ReadonlySet<AdminRole> {
  return new Set([...one, ...other]);
}

function isSameSet(one: ReadonlySet<AdminRole>, other: ReadonlySet<AdminRole>): boolean {
  return one.size === other.size && [...one].every((role) => other.has(role));
}

function keyOf({ tenant, person }: Actor): string {
  return JSON.stringify([tenant, person.toLowerCase()]);
}

/** Segments of dots would lead elsewhere in an address, whatever their encoding. */
function canBeAnId(person: string): boolean {
  return person.length > 0 && person.length <= maxIdLength && !/^\.+$/.test(person);
}

/** @throws GraphFailure if any of the reads that it takes failed */
async function rolesIn(
  session: GraphSession,
  source: Source,
  tenant: TenantId,
  person: string,
): Promise<ReadonlySet<AdminRole>> {
  const ofPerson = source.ofPerson(person);
  const ofRoles = adminRoles.map((role) => [role, source.ofRole(roleIds[role])] as const);
  const [first, ...others] = await session.batch([ofPerson, ...ofRoles.map(([, asked]) => asked)]);
  const direct = (await session.restOf(ofPerson, first, assignmentRow)).filter(
    (row) => isEverywhere(row) && isSame(row.principalId, person),
  );
  const roles = new Set(direct.flatMap(({ roleDefinitionId }) => roleWithId(roleDefinitionId) ?? []));
  const groups = new Map<string, AdminRole[]>();
  for (const [index, [role, asked]] of ofRoles.entries()) {
    const rows = await session.restOf(asked, others[index], assignmentRow);
    for (const row of rows.filter((each) => mayBeGroup(each, tenant, person))) {
      const id = row.principalId.toLowerCase();
      groups.set(id, [...(groups.get(id) ?? []), role]);
    }
  }
  const wanted = [...groups].filter(([, given]) => given.some((role) => !roles.has(role))).map(([id]) => id);
  for (const id of await groupsWith(session, person, wanted)) {
    for (const role of groups.get(id.toLowerCase()) ?? []) roles.add(role);
  }
  return roles;
}

/** Those of the groups that a person is a member of. Groups that may hold roles have no groups in them. */
async function groupsWith(
  session: GraphSession,
  person: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const reads: DirectoryRead[] = [];
  for (let at = 0; at < ids.length; at += maxGroups) {
    reads.push({ kind: 'checkMemberGroups', person, groups: ids.slice(at, at + maxGroups) });
  }
  const found = (await session.batch(reads)).map((result) => {
    // Nobody with this id is in the tenant, as with people that a sandbox makes up; or, without the permission, what
    // is held directly is all that can be known.
    const isNone =
      result.kind === 'failed' && (result.failure.why === 'unsupported' || result.failure.why === 'refused');
    return isNone ? [] : read(bodyOf(result), memberGroups).value;
  });
  return found.flat();
}

/** Roles over an administrative unit or an application decide about no partners. */
function isEverywhere({ directoryScopeId }: AssignmentRow): boolean {
  return directoryScopeId === '/';
}

function mayBeGroup(row: AssignmentRow, tenant: TenantId, person: string): boolean {
  const { principalId, principalOrganizationId: organisation, principal } = row;
  const type = principal?.['@odata.type'];
  return (
    isEverywhere(row) &&
    !isSame(principalId, person) &&
    (typeof organisation !== 'string' || isSame(organisation, tenant)) &&
    (typeof type !== 'string' || type.toLowerCase() === '#microsoft.graph.group')
  );
}

function roleWithId(id: string): AdminRole | undefined {
  return adminRoles.find((role) => isSame(roleIds[role], id));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
