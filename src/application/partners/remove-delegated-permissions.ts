import type { Actor } from '../../domain/actor.ts';
import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import { grantAdministration } from '../../domain/invitations/decision-rights.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import { namedPerson, type NamedPerson } from '../../domain/named-person.ts';
import type { Addressees } from '../../domain/notifications/announcement.ts';
import { subscriberIdOf } from '../../domain/notifications/subscriber.ts';
import { summaryOf } from '../../domain/partners/relationship-summary.ts';
import {
  isRemoved,
  removeDelegatedAdmin,
  type RemovedRelationship,
} from '../../domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { mayAdminister, standingOf } from '../../domain/tenant/standing.ts';
import { awaitRemoval, withRolesBefore } from '../invitations/await-effect.ts';
import { announcementChange } from '../notifications/announce.ts';
import type { PartnerAuthority } from '../ports/authority.ts';
import type { Change } from '../ports/store.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';
import { changeRelationship, type ChangeReceipt, type ChangingPorts } from './change-relationship.ts';

export interface RemovingPorts extends ChangingPorts {
  readonly authority: PartnerAuthority;
}

/**
 * Removes the delegated permissions of one partner, decided here or only seen in the tenant; the relationship stays. Whoever comes second, at the same moment or
 * later, gets it as it was left, with who removed them, and changes nothing. Call `Announcements.wake` afterwards.
 * @throws DomainError('not-allowed', 'partner-not-found', 'nothing-to-remove' or 'store-unavailable'); nothing changed
 * then
 * @internal
 */
export async function removeDelegatedPermissions(
  { authority, ...ports }: RemovingPorts,
  actor: Actor,
  { partner, reason }: { readonly partner: ProviderId; readonly reason?: string | undefined },
): Promise<ChangeReceipt<RemovedRelationship>> {
  const request = { partner, wanted: 'removeDelegatedAdmin', needed: grantAdministration } as const;
  const { store } = ports;
  const { tenant } = actor;
  return changeRelationship(ports, actor, request, async (relationship, at) => {
    const snapshot = await readSnapshot(store, tenant);
    const seen = seenIn(snapshot, partner);
    const standing = standingOf({ relationship, seen, snapshot, now: at });
    if (isRemoved(relationship) && standing !== 'returned') return { relationship };
    const by = namedPerson(actor);
    const taken = await authority.remove(tenant, relationship);
    const effect = await withRolesBefore(store, tenant, partner, taken);
    const isSeen = seen !== undefined && standing !== 'support' && mayAdminister(seen);
    const removed = removeDelegatedAdmin(relationship, { by, at, reason, effect, isSeen });
    const { reason: given } = removed.delegatedAdmin;
    const event: PartnerEvent = {
      kind: 'delegatedAdminRemoved',
      partner,
      effect: effect.kind,
      ...(given !== undefined && { reason: given }),
      before: summaryOf(relationship),
      after: summaryOf(removed),
    };
    const changes = [
      ...announceRemoval(removed),
      ...(await awaitRemoval(store, tenant, removed.partner.id, effect)),
    ];
    return { relationship: removed, event, changes };
  });
}

/**
 * The outcome of the removal for one of several partners. `error`: what was thrown for this one; it was not changed.
 * `relationship`: its current state, if it could be read.
 */
export type RemovalOutcome = { readonly partner: ProviderId } & (
  | ({ readonly kind: 'removed' } & ChangeReceipt<RemovedRelationship>)
  | {
      readonly kind: 'failed';
      readonly error: unknown;
      readonly relationship: PartnerRelationship | undefined;
    }
);

/**
 * Removes the delegated permissions of several partners, each by itself: a failure neither stops nor hides the others.
 */
export async function removeFromSeveral(
  ports: RemovingPorts,
  actor: Actor,
  { partners, reason }: { readonly partners: readonly ProviderId[]; readonly reason?: string | undefined },
): Promise<readonly RemovalOutcome[]> {
  const removals = [...new Set(partners)].map(async (partner): Promise<RemovalOutcome> => {
    try {
      const receipt = await removeDelegatedPermissions(ports, actor, { partner, reason });
      return { kind: 'removed', partner, ...receipt };
    } catch (error) {
      const known = await ports.store.get(actor.tenant, 'relationship', partner).catch(() => undefined);
      return { kind: 'failed', partner, error, relationship: known?.value };
    }
  });
  return Promise.all(removals);
}

/**
 * The changes that announce a removal of delegated permissions to everyone except whoever removed them; or, once the
 * tenant confirms it or somebody says that it was done there, to those who have its card, and to whoever removed them,
 * who was shown it in a reply only.
 */
export function announceRemoval(relationship: RemovedRelationship): Change[] {
  const { partner, delegatedAdmin } = relationship;
  const { by, at, effect, grants } = delegatedAdmin;
  const invitation = grants.at(-1)?.invitation;
  const subject = removalSubject(relationship);
  const name = `${invitation ?? `${partner.id} ${at}`} removed ${effect.kind}`;
  return toBeTold(by, effect).map((to) => {
    const id = to.kind === 'one' ? `${name} to whoever removed` : name;
    return announcementChange(id, { subject, to, at });
  });
}

/** What posts about a removal are about. */
export function removalSubject({ partner, delegatedAdmin }: RemovedRelationship) {
  const { at, grants } = delegatedAdmin;
  const invitation = grants.at(-1)?.invitation;
  const about = invitation === undefined ? { at } : { invitation };
  return { kind: 'removal', partner: partner.id, ...about } as const;
}

function toBeTold(by: NamedPerson, effect: Effect): readonly Addressees[] {
  const remover = subscriberIdOf({ kind: 'person', person: by.person });
  const toRemover = { kind: 'one', subscriber: remover } as const;
  if (effect.kind === 'confirmed') return [{ kind: 'holders' }, toRemover];
  if (effect.kind !== 'said') return [{ kind: 'everyone', except: remover }];
  const { person } = effect.by;
  return [{ kind: 'holders', except: person }, ...(person === by.person ? [] : [toRemover])];
}
