import type { Roles } from '../../application/ports/authority.ts';
import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';
import type { PersonId, TenantId } from '../../domain/identifiers.ts';

/** A person whom the operator made an administrator of one tenant. */
export interface ConfiguredAdmin {
  /** `any`: the setting names no tenant, and at most one is served; or it is a sandbox. */
  readonly tenant: TenantId | 'any';
  readonly person: PersonId;
  readonly roles: ReadonlySet<AdminRole>;
}

/** The administrators; a person that occurs twice in a tenant has the roles of both. Or every role for everyone. */
export type ConfiguredAdmins = readonly ConfiguredAdmin[] | 'everyone';

const every: ReadonlySet<AdminRole> = new Set(adminRoles);

/** Roles as configured by the operator. */
export function configuredRoles(admins: ConfiguredAdmins): Roles {
  const rolesOf: Roles['rolesOf'] = ({ tenant, person }) => {
    if (admins === 'everyone') return Promise.resolve(every);
    const held = admins.filter(
      (admin) => isSame(admin.person, person) && (admin.tenant === 'any' || admin.tenant === tenant),
    );
    return Promise.resolve(new Set(held.flatMap(({ roles }) => [...roles])));
  };
  return { rolesOf, eligibleRolesOf: () => Promise.resolve(new Set()), shownRolesOf: rolesOf };
}

/** Ids that are no GUIDs, as in a sandbox, are compared as leniently; tenants never, which must stay apart. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
