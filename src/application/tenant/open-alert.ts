import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { grantAdministration, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { Roles } from '../ports/authority.ts';
import type { Store } from '../ports/store.ts';
import { readAlert, type ReadAlert } from './read-tenant.ts';

/** An alert as one person sees it now. */
export interface OpenedAlert extends ReadAlert {
  /** Whether this person has a role that may answer it; checked again at the press. */
  readonly mayAnswer: boolean;
  readonly rolesThatAnswer: readonly AdminRole[];
}

/**
 * Reads an alert; anyone of its tenant may. Changes nothing.
 * @throws DomainError('alert-not-found' or 'store-unavailable')
 */
export async function openAlert(
  { store, roles }: { readonly store: Store; readonly roles: Roles },
  actor: Actor,
  id: string,
): Promise<OpenedAlert> {
  const read = await readAlert(store, actor.tenant, id);
  if (read === undefined) throw new DomainError('alert-not-found', {});
  const mayAnswer = hasOneOf(await roles.shownRolesOf(actor), grantAdministration);
  return { ...read, mayAnswer, rolesThatAnswer: grantAdministration };
}
