import { configuredRoles } from '../../../src/adapters/roles/configured-roles.ts';
import type { Roles } from '../../../src/application/ports/authority.ts';
import type { AdminRole } from '../../../src/domain/admin-role.ts';
import { personId } from '../../../src/domain/identifiers.ts';

/** The roles of these people, in whichever tenant they act; everyone else has none. */
export function rolesOf(people: Iterable<readonly [string, ReadonlySet<AdminRole>]>): Roles {
  return configuredRoles(
    [...people].map(([person, roles]) => ({ tenant: 'any', person: personId(person), roles })),
  );
}

/** Everyone has these roles; they may change meanwhile. */
export function everyoneHas(held: ReadonlySet<AdminRole>): Roles {
  const rolesHeld = () => Promise.resolve(held);
  return { rolesOf: rolesHeld, eligibleRolesOf: () => Promise.resolve(new Set()), shownRolesOf: rolesHeld };
}
