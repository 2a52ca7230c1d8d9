import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/domain-error.ts';
import { aboutInvitation, type InvitationEvent } from '../../domain/history/invitation-event.ts';
import type { InvitationId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { mayDecide, rolesThatDecide } from '../../domain/invitations/decision-rights.ts';
import { asItStands } from '../../domain/invitations/invitation-transitions.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';
import { expiryChanges, settlingChanges } from './settle-invitation.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';

export interface DecidingPorts {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

export interface DecisionReceipt {
  /** Its current state: with this person's decision, or as it was settled before. */
  readonly invitation: Invitation;
  /** Whether this press decided it; the others must be notified then. */
  readonly decidedNow: boolean;
}

interface Decided {
  readonly invitation: Invitation;
  readonly event: InvitationEvent;
  /** Further changes of the decision. */
  readonly changes: readonly Change[];
}

type Refused = Extract<InvitationEvent, { readonly kind: 'decisionRefused' }>;

/**
 * The steps of every decision: check the role, check that the invitation is still pending, then commit all changes at
 * once. Whoever loses to another, or comes late, gets the invitation as it was settled.
 * @param decide called with a pending invitation, again after each conflict
 * @throws DomainError('not-allowed', 'invitation-not-found' or 'store-unavailable'), and what `decide` throws
 */
export async function decideInvitation(
  { store, roles, clock }: DecidingPorts,
  actor: Actor,
  { id, wanted }: { readonly id: InvitationId; readonly wanted: Refused['wanted'] },
  decide: (pending: Invitation, at: Instant) => Decided | Promise<Decided>,
): Promise<DecisionReceipt> {
  const { tenant } = actor;
  const held = await roles.rolesOf(actor);
  const refusal = (at: Instant, invitation: Invitation | undefined, why: Refused['why']) =>
    decisionRefusal(store, actor, at, { id, invitation, wanted, why });
  return retryOnConflict(async () => {
    const now = clock.now();
    const record = await store.get(tenant, 'invitation', id);
    if (!mayDecide(held, record?.value)) {
      await store.commit(tenant, await refusal(now, record?.value, 'role'));
      throw await roleRefusal(roles, actor, rolesThatDecide(record?.value));
    }
    if (record === undefined) {
      await store.commit(tenant, await refusal(now, undefined, 'role'));
      throw new DomainError('invitation-not-found', {});
    }

    const invitation = asItStands(record.value, now);
    if (invitation.status.kind === 'lapsed') {
      const expiry = invitation === record.value ? [] : await expiryChanges(store, tenant, record, now);
      await store.commit(tenant, [...expiry, ...(await refusal(now, invitation, 'lapsed'))]);
    }
    if (invitation.status.kind !== 'pending') return { invitation, decidedNow: false };

    const decided = await decide(invitation, now);
    await store.commit(tenant, [
      ...(await settlingChanges(store, tenant, record, decided.invitation)),
      ...decided.changes,
      auditChange(now, namedPerson(actor), decided.event),
    ]);
    return { invitation: decided.invitation, decidedNow: true };
  });
}

/** The changes that record a refused decision; of an invitation that the tenant does not have, if it is undefined. */
export function decisionRefusal(
  store: Store,
  actor: Actor,
  at: Instant,
  {
    id,
    invitation,
    wanted,
    why,
  }: Pick<Refused, 'wanted' | 'why'> & {
    readonly id: InvitationId;
    readonly invitation: Invitation | undefined;
  },
): Promise<readonly Change[]> {
  const event =
    invitation === undefined
      ? ({ kind: 'unknownRefused', about: 'invitation', id, wanted, why: 'unknown' } as const)
      : ({ kind: 'decisionRefused', ...aboutInvitation(invitation), wanted, why } as const);
  return refusalChanges(store, actor, at, event);
}
