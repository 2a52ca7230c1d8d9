import type { ProviderId, TenantId } from '../../domain/identifiers.ts';
import type { Instant } from '../../domain/instant.ts';
import { isNow, withEffect } from '../../domain/invitations/invitation-transitions.ts';
import type { Effect } from '../../domain/invitations/invitation-status.ts';
import type { Subject } from '../../domain/notifications/announcement.ts';
import { isRemoved, withRemovalEffect } from '../../domain/partners/relationship-transitions.ts';
import { withObservedEffect, type PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { AwaitedDecision } from '../../domain/tenant/awaited-effect.ts';
import { completionOf } from '../../domain/tenant/activity/completion.ts';
import type { PartnerActivity } from '../../domain/tenant/partner-activity.ts';
import { announcementChange } from '../notifications/announce.ts';
import { auditChange } from '../history/audit-changes.ts';
import { everyRelationship } from '../partners/find-relationships.ts';
import { update } from '../ports/changes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change, Store } from '../ports/store.ts';
import { retryOnConflict } from '../runtime/retry-on-conflict.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Records who completed each confirmed decision at Microsoft, once the tenant's audit log showed it.
 * @returns whether anything was announced: call `Announcements.wake` then
 * @throws DomainError('store-unavailable')
 */
export async function recordCompletions(ports: Ports, tenant: TenantId): Promise<boolean> {
  let hasFound = false;
  for (const relationship of await everyRelationship(ports.store, tenant)) {
    for (const of of openCompletions(relationship)) {
      if (await recordCompletion(ports, tenant, of)) hasFound = true;
    }
  }
  return hasFound;
}

function openCompletions(relationship: PartnerRelationship): readonly AwaitedDecision[] {
  const partner = relationship.partner.id;
  const isOpen = (effect: Effect) => effect.kind === 'confirmed' && effect.completed === undefined;
  const authorizations = relationship.functions
    .filter(({ effect }) => isOpen(effect))
    .map(({ invitation }) => ({ kind: 'authorization', invitation, partner }) as const);
  const isRemovalOpen = isRemoved(relationship) && isOpen(relationship.delegatedAdmin.effect);
  return isRemovalOpen ? [...authorizations, { kind: 'removal', partner }] : authorizations;
}

async function recordCompletion(
  { store, clock }: Ports,
  tenant: TenantId,
  of: AwaitedDecision,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const activity = (await store.get(tenant, 'partnerActivity', of.partner))?.value;
    if (activity === undefined) return false;
    const changes =
      of.kind === 'removal'
        ? await removalCompleted(store, tenant, of.partner, activity)
        : await authorizationCompleted(store, tenant, of, activity);
    if (changes === undefined) return false;
    const { found, stored } = changes;
    await store.commit(tenant, [
      ...stored,
      auditChange(clock.now(), 'desk', {
        kind: 'completionAudited',
        partner: of.partner,
        decided: of.kind,
        ...(of.kind === 'authorization' && { invitation: of.invitation }),
        completedBy: found.by,
        activity: found.activity,
        completedAt: found.at,
        correlationId: found.correlationId,
      }),
    ]);
    return true;
  });
}

interface Completed {
  readonly found: PartnerActivity['changes'][number];
  readonly stored: readonly Change[];
}

async function authorizationCompleted(
  store: Store,
  tenant: TenantId,
  { invitation: id, partner }: Extract<AwaitedDecision, { readonly kind: 'authorization' }>,
  activity: PartnerActivity,
): Promise<Completed | undefined> {
  const record = await store.get(tenant, 'invitation', id);
  const relationship = await store.get(tenant, 'relationship', partner);
  if (record === undefined || relationship === undefined || !isNow(record.value, 'authorized'))
    return undefined;
  const { effect, at } = record.value.status;
  const found = completionOf('authorization', at, activity);
  if (effect.kind !== 'confirmed' || effect.completed !== undefined || found === undefined) return undefined;
  const invitation = withEffect(record.value, { ...effect, completed: { by: found.by, at: found.at } });
  const stored = [
    update('invitation', record, invitation),
    update('relationship', relationship, withObservedEffect(relationship.value, invitation)),
    toHolders({ kind: 'invitation', invitation: id }, `${id} completed`, found.at),
  ];
  return { found, stored };
}

async function removalCompleted(
  store: Store,
  tenant: TenantId,
  partner: ProviderId,
  activity: PartnerActivity,
): Promise<Completed | undefined> {
  const record = await store.get(tenant, 'relationship', partner);
  if (record === undefined || !isRemoved(record.value)) return undefined;
  const { effect, at, grants } = record.value.delegatedAdmin;
  const found = completionOf('removal', at, activity);
  if (effect.kind !== 'confirmed' || effect.completed !== undefined || found === undefined) return undefined;
  const value = withRemovalEffect(record.value, { ...effect, completed: { by: found.by, at: found.at } });
  const invitation = grants.at(-1)?.invitation;
  const about = invitation === undefined ? { at } : { invitation };
  const name = `${invitation ?? `${partner} ${at}`} removal completed`;
  const told = toHolders({ kind: 'removal', partner, ...about }, name, found.at);
  return { found, stored: [update('relationship', record, value), told] };
}

/**
 * The change that has everyone with the card of a decision see who completed it. Without a message: they were told of
 * the confirmation.
 */
function toHolders(subject: Subject, name: string, at: Instant): Change {
  return announcementChange(name, { subject, to: { kind: 'holders', isQuiet: true }, at });
}
