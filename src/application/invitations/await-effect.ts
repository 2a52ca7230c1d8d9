import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import { includesDelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Invitation } from '../../domain/invitations/invitation.ts';
import { awaitedEffectId, type AwaitedDecision } from '../../domain/tenant/awaited-effect.ts';
import { seenIn } from '../../domain/tenant/join-partners.ts';
import { isGone, rolesSeen, type TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import { remove, upsert } from '../ports/changes.ts';
import type { Change, Store } from '../ports/store.ts';
import { listAll } from '../runtime/list-all.ts';
import { readSnapshot } from '../runtime/read-snapshot.ts';

/**
 * An effect with the roles that the partner has already, as far as was seen, where the tenant is to show more of them.
 * @throws DomainError('store-unavailable')
 */
export async function withRolesBefore(
  store: Store,
  tenant: TenantId,
  partner: ProviderId,
  effect: Effect,
): Promise<Effect> {
  if (effect.kind !== 'awaiting') return effect;
  const rolesBefore = rolesIn(await readSnapshot(store, tenant), partner);
  return rolesBefore === 'notKnown' ? effect : { ...effect, rolesBefore };
}

function rolesIn(snapshot: TenantSnapshot | undefined, partner: ProviderId): readonly string[] | 'notKnown' {
  const seen = seenIn(snapshot, partner);
  if (seen === undefined) return snapshot?.firstCompleteAt === undefined ? 'notKnown' : [];
  return isGone(seen) ? [] : rolesSeen(seen);
}

/**
 * The changes that store what an authorization awaits of the tenant, and delete what it makes pointless: a removal, or
 * an earlier authorization of the same function.
 * @throws DomainError('store-unavailable')
 */
export async function awaitAuthorization(
  store: Store,
  tenant: TenantId,
  invitation: Pick<Invitation, 'id' | 'partner' | 'function'>,
  effect: Effect,
): Promise<readonly Change[]> {
  const partner = invitation.partner.id;
  const of = { kind: 'authorization', invitation: invitation.id, partner } as const;
  const grants = includesDelegatedAdmin(invitation.function);
  return awaitedChanges(store, tenant, { of, effect }, async (earlier) => {
    if (earlier.kind === 'removal') return grants;
    const other = (await store.get(tenant, 'invitation', earlier.invitation))?.value;
    return other?.function === invitation.function;
  });
}

/**
 * The same for a removal, which makes earlier authorizations of delegated administration pointless.
 * @throws DomainError('store-unavailable')
 */
export async function awaitRemoval(
  store: Store,
  tenant: TenantId,
  partner: ProviderId,
  effect: Effect,
): Promise<readonly Change[]> {
  return awaitedChanges(store, tenant, { of: { kind: 'removal', partner }, effect }, async (earlier) => {
    if (earlier.kind === 'removal') return true;
    const other = (await store.get(tenant, 'invitation', earlier.invitation))?.value;
    return other !== undefined && includesDelegatedAdmin(other.function);
  });
}

async function awaitedChanges(
  store: Store,
  tenant: TenantId,
  { of, effect }: { readonly of: AwaitedDecision; readonly effect: Effect },
  isPointless: (earlier: AwaitedDecision) => Promise<boolean>,
): Promise<readonly Change[]> {
  const id = awaitedEffectId(of);
  const changes: Change[] = [];
  for await (const earlier of listAll(store, tenant, 'awaitedEffect')) {
    if (earlier.value.of.partner !== of.partner || earlier.id === id) continue;
    if (await isPointless(earlier.value.of)) changes.push(remove('awaitedEffect', earlier));
  }
  const known = await store.get(tenant, 'awaitedEffect', id);
  if (effect.kind === 'awaiting')
    return [...changes, upsert('awaitedEffect', id, { of, since: effect.since }, known)];
  return known === undefined ? changes : [...changes, remove('awaitedEffect', known)];
}
