import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Invitation, InvitationThatIs } from '../../domain/invitations/invitation.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';

/** Which administrator roles people have. Read at every press, never cached. */
export interface Roles {
  /** Empty for someone who has none. */
  rolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
}

/**
 * Where decisions about partners take effect: the desk's own records, or the tenant. Only what was seen in the tenant is
 * `confirmed`; a read that failed leaves the effect as it was.
 */
export interface PartnerAuthority {
  /**
   * Puts an authorization into effect as far as possible, and returns how far. Called before the decision is stored,
   * which may still lose to another: idempotent, and does nothing that would have to be undone then.
   */
  authorize(tenant: TenantId, invitation: Invitation): Promise<Effect>;
  /** The current effect of an authorization; unchanged if nothing more can be seen. */
  observe(tenant: TenantId, invitation: InvitationThatIs<'authorized'>): Promise<Effect>;
  /** Removes all delegated permissions of a partner, on the same terms as `authorize`. */
  remove(tenant: TenantId, relationship: PartnerRelationship): Promise<Effect>;
  /** The current effect of a removal; `effect` if nothing more can be seen. */
  observeRemoval(tenant: TenantId, relationship: PartnerRelationship, effect: Effect): Promise<Effect>;
}
