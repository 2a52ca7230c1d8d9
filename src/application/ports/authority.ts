import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';

/** Which administrator roles people have, over the whole tenant. */
export interface Roles {
  /**
   * The roles that someone has now: for whatever a press changes. Never cached; settles within 8 s.
   * @returns empty for someone who has none
   * @throws DomainError('roles-unavailable') if they cannot be read: nothing may be decided then
   */
  rolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
  /**
   * The roles that someone does not have now, but may activate (Privileged Identity Management): for the refusal of a
   * press. Never throws.
   */
  eligibleRolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
  /**
   * The roles that someone probably has, or may activate: for what a card shows. May be minutes old; every role where it
   * is not known, since the press checks. Never throws.
   */
  shownRolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
}

/**
 * Where decisions about partners take effect: the desk's own records, or the tenant. Never `confirmed`: the watch of the
 * tenant confirms what it sees.
 */
export interface PartnerAuthority {
  /**
   * Puts an authorization into effect as far as possible, and returns how far. Called before the decision is stored,
   * which may still lose to another: idempotent, and does nothing that would have to be undone then.
   */
  authorize(tenant: TenantId, invitation: Invitation): Promise<Effect>;
  /** Removes all delegated permissions of a partner, on the same terms as `authorize`. */
  remove(tenant: TenantId, relationship: PartnerRelationship): Promise<Effect>;
}
