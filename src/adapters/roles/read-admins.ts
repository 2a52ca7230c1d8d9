import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';
import type { ConfiguredAdmins } from './configured-roles.ts';

/**
 * @param pairs such as `00000000-0000-0000-0000-000000000000=globalAdministrator+billingAdministrator`; roles of an id
 *   that occurs twice are merged
 * @returns undefined if a pair is malformed
 */
export function readAdmins(pairs: readonly string[]): Exclude<ConfiguredAdmins, 'everyone'> | undefined {
  const admins = new Map<string, ReadonlySet<AdminRole>>();
  for (const pair of pairs) {
    const [objectId = '', named = '', ...more] = pair.split('=').map((part) => part.trim().toLowerCase());
    const roles = named.split('+').map(roleNamed);
    if (objectId === '' || more.length > 0 || !roles.every((role) => role !== undefined)) return undefined;
    admins.set(objectId, new Set([...(admins.get(objectId) ?? []), ...roles]));
  }
  return admins;
}

function roleNamed(name: string): AdminRole | undefined {
  return adminRoles.find((role) => role.toLowerCase() === name.trim());
}
