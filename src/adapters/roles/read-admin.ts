import { adminRoles, type AdminRole } from '../../domain/admin-role.ts';
import { withoutQuotes } from '../../domain/guid.ts';
import { canonicalPersonId, canonicalTenantId } from '../../domain/identifiers.ts';
import type { ConfiguredAdmin } from './configured-roles.ts';

/**
 * @param entry such as `00000000-0000-0000-0000-000000000000=globalAdministrator+billingAdministrator`, or the same with
 *   a tenant and a slash before it. Ids are not checked.
 * @returns undefined if it is malformed
 */
export function readAdmin(entry: string): ConfiguredAdmin | undefined {
  const [who = '', named = '', ...more] = withoutQuotes(entry).split('=');
  const ids = who.split('/').map(withoutQuotes);
  const [tenant, person] = ids.length === 1 ? ['any', ids[0]] : ids;
  const roles = named.split('+').map(roleNamed);
  if (!tenant || !person || ids.length > 2 || more.length > 0) return undefined;
  if (!roles.every((role) => role !== undefined)) return undefined;
  return {
    tenant: ids.length === 1 ? 'any' : canonicalTenantId(tenant),
    person: canonicalPersonId(person),
    roles: new Set(roles),
  };
}

function roleNamed(name: string): AdminRole | undefined {
  return adminRoles.find((role) => role.toLowerCase() === name.trim().toLowerCase());
}
