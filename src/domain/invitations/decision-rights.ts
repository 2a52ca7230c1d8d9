import type { AdminRole } from '../admin-role.ts';
import { DomainError } from '../domain-error.ts';
import type { Offer } from './invitation.ts';

/** The roles of which a person needs one to grant delegated administration, or to take it away. */
export const grantAdministration: readonly AdminRole[] = ['globalAdministrator', 'relationshipAdministrator'];
/** The roles of which a person needs one for anything else about a partner. */
export const acceptPartners: readonly AdminRole[] = [...grantAdministration, 'billingAdministrator'];

type Asked = Pick<Offer, 'delegatedAdmin'> | undefined;

/**
 * The roles of which a person needs one to authorize or cancel an offer. Where there is no such offer, those that may decide
 * any: whoever may not is then refused rather than told that there is none.
 */
export function rolesThatDecide(offer: Asked): readonly AdminRole[] {
  return offer?.delegatedAdmin.kind === 'none' ? acceptPartners : grantAdministration;
}

export function mayDecide(roles: ReadonlySet<AdminRole>, offer: Asked): boolean {
  return hasOneOf(roles, rolesThatDecide(offer));
}

/** Whether a person has one of the roles that it takes. */
export function hasOneOf(roles: ReadonlySet<AdminRole>, needed: readonly AdminRole[]): boolean {
  return needed.some((role) => roles.has(role));
}

/** What a person is told who may not decide. */
export function notAllowed(offer: Asked): DomainError<'not-allowed'> {
  return new DomainError('not-allowed', { roles: rolesThatDecide(offer) });
}
