import type { Roles } from '../../application/ports/authority.ts';
import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';

/** Who has which roles, by Microsoft Entra object id in lower case; or everyone, every role. */
export type ConfiguredAdmins = ReadonlyMap<string, ReadonlySet<AdminRole>> | 'everyone';

const every: ReadonlySet<AdminRole> = new Set(adminRoles);
const none: ReadonlySet<AdminRole> = new Set();

/** Roles as the operator set them. */
export function configuredRoles(admins: ConfiguredAdmins): Roles {
  const rolesOf = (person: string) =>
    admins === 'everyone' ? every : (admins.get(person.toLowerCase()) ?? none);
  return { rolesOf: ({ person }) => Promise.resolve(rolesOf(person)) };
}
