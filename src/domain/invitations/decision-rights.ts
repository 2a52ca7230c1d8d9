import type { AdminRole } from '../admin-role.ts';
import { DomainError } from '../domain-error.ts';
import type { Offer } from './invitation.ts';

/** Any one of these roles allows granting and removing delegated administration. */
export const grantAdministration: readonly AdminRole[] = ['globalAdministrator', 'relationshipAdministrator'];
/** Any one of these roles allows all other changes to a partner. */
export const acceptPartners: readonly AdminRole[] = [...grantAdministration, 'billingAdministrator'];

type Asked = Pick<Offer, 'delegatedAdmin'> | undefined;

/**
 * The roles that may authorize or cancel an offer; a person needs one of them. For an unknown offer, the roles that may
 * decide any, so that others are refused rather than learn that it does not exist.
 */
export function rolesThatDecide(offer: Asked): readonly AdminRole[] {
  return offer?.delegatedAdmin.kind === 'none' ? acceptPartners : grantAdministration;
}

export function mayDecide(roles: ReadonlySet<AdminRole>, offer: Asked): boolean {
  return hasOneOf(roles, rolesThatDecide(offer));
}

/** Whether a person has at least one of the needed roles. */
export function hasOneOf(roles: ReadonlySet<AdminRole>, needed: readonly AdminRole[]): boolean {
  return needed.some((role) => roles.has(role));
}

/** The error for a person who may not decide. */
export function notAllowed(offer: Asked): DomainError<'not-allowed'> {
  return new DomainError('not-allowed', { roles: rolesThatDecide(offer) });
}

/** Whether a person can also finish the decision at Microsoft: a granular request takes a Global Administrator there. */
export function mayFinish(
  roles: ReadonlySet<AdminRole>,
  { delegatedAdmin }: Pick<Offer, 'delegatedAdmin'>,
): boolean {
  return delegatedAdmin.kind !== 'granular' || roles.has('globalAdministrator');
}
