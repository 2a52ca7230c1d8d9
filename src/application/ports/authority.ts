import type { Actor } from '../../domain/actor.ts';
import type { AdminRole } from '../../domain/admin-role.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Invitation, InvitationThatIs } from '../../domain/invitations/invitation.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';

/** Which administrator roles people have. Asked at every press, never remembered. */
export interface Roles {
  /** Empty for someone who has none. */
  rolesOf(actor: Actor): Promise<ReadonlySet<AdminRole>>;
}

/** What decisions about partners take effect in: the desk's own records, or the tenant. */
export interface PartnerAuthority {
  /**
   * Brings an authorization about as far as it can, and says how far that is. Called before the decision is stored,
   * which may still lose to another: does nothing that would have to be undone then, and the same when asked again.
   */
  authorize(tenant: TenantId, invitation: Invitation): Promise<Effect>;
  /** How far an authorization has come by now; as it was where nothing more can be seen. */
  observe(tenant: TenantId, invitation: InvitationThatIs<'authorized'>): Promise<Effect>;
  /** Brings about that a partner has no delegated permissions any more, on the same terms as `authorize`. */
  remove(tenant: TenantId, relationship: PartnerRelationship): Promise<Effect>;
  /** How far a removal has come by now; `effect` where nothing more can be seen. */
  observeRemoval(tenant: TenantId, relationship: PartnerRelationship, effect: Effect): Promise<Effect>;
}
