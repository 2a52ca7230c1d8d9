import type { Roles } from '../../application/ports/authority.ts';
import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';

/** Roles by Microsoft Entra object id in lower case; or every role for everyone. */
export type ConfiguredAdmins = ReadonlyMap<string, ReadonlySet<AdminRole>> | 'everyone';

const every: ReadonlySet<AdminRole> = new Set(adminRoles);
const none: ReadonlySet<AdminRole> = new Set();

/** Roles as configured by the operator. */
export function configuredRoles(admins: ConfiguredAdmins): Roles {
  const rolesOf = (person: string) =>
    admins === 'everyone' ? every : (admins.get(person.toLowerCase()) ?? none);
  return { rolesOf: ({ person }) => Promise.resolve(rolesOf(person)) };
}
