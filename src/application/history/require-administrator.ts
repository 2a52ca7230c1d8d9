import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { Roles } from '../ports/authority.ts';

/** Lets only administrators continue, since history tells who did what. @throws DomainError('administrators-only') */
export async function requireAdministrator(roles: Roles, actor: Actor): Promise<void> {
  if (!hasOneOf(await roles.rolesOf(actor), acceptPartners))
    throw new DomainError('administrators-only', { roles: acceptPartners });
}
