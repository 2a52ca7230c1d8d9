import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import type { Roles } from '../ports/authority.ts';

/**
 * The error for a person who has none of the roles that a press takes: whoever may activate one has to do that first.
 * @param needed any one of these is enough
 */
export async function roleRefusal(
  roles: Roles,
  actor: Actor,
  needed: readonly AdminRole[],
): Promise<DomainError<'not-allowed' | 'role-not-active'>> {
  const eligibleFor = await roles.eligibleRolesOf(actor);
  const eligible = needed.filter((role) => eligibleFor.has(role));
  return eligible.length > 0
    ? new DomainError('role-not-active', { eligible })
    : new DomainError('not-allowed', { roles: needed });
}
