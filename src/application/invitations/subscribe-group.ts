import type { Actor } from '../../domain/actor.ts';
import type { SubscriptionWanted } from '../../domain/history/subscription-event.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import { namedPerson } from '../../domain/named-person.ts';
import { subscriberIdOf, type Audience, type Subscriber } from '../../domain/notifications/subscriber.ts';
import { auditChange, refusalChanges } from '../history/audit-changes.ts';
import {
  markUnreachable,
  registerSubscriber,
  stopNotifying,
  type Registration,
} from '../notifications/subscriptions.ts';
import type { Roles } from '../ports/authority.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { roleRefusal } from '../runtime/role-refusal.ts';

interface Ports {
  readonly store: Store;
  readonly roles: Roles;
  readonly clock: Clock;
}

type Group = Extract<Audience, { readonly kind: 'group' }>;
type GroupChat = Pick<Subscriber, 'reference' | 'language'> & { readonly audience: Group };

/**
 * Subscribes a channel or group chat to invitations, for everyone in it. Takes a role, and goes on record.
 * @throws DomainError('not-allowed', 'too-many-chats' or 'store-unavailable')
 */
export async function subscribeGroup(ports: Ports, actor: Actor, chat: GroupChat): Promise<Registration> {
  const { conversation } = chat.audience;
  await requireRole(ports, actor, conversation, 'notifyHere');
  const event = { kind: 'chatSubscribed', chat: conversation } as const;
  const entry = auditChange(ports.clock.now(), namedPerson(actor), event);
  return registerSubscriber(ports, actor.tenant, chat, [entry]);
}

/**
 * Ends that, on the same terms.
 * @throws DomainError('not-allowed' or 'store-unavailable')
 */
export async function unsubscribeGroup(ports: Ports, actor: Actor, audience: Group): Promise<void> {
  const { conversation } = audience;
  await requireRole(ports, actor, conversation, 'stopNotifying');
  const event = { kind: 'chatUnsubscribed', chat: conversation } as const;
  const entry = auditChange(ports.clock.now(), namedPerson(actor), event);
  await stopNotifying(ports, actor.tenant, audience, [entry]);
}

/**
 * Stops posting to a chat that the desk was removed from. Goes on record for a channel or group chat that was subscribed.
 * Takes no role: it is a fact that Teams states.
 * @throws DomainError('store-unavailable')
 */
export async function leaveChat(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  actor: Actor,
  audience: Audience,
): Promise<void> {
  const left =
    audience.kind === 'group'
      ? [auditChange(clock.now(), namedPerson(actor), { kind: 'chatLeft', chat: audience.conversation })]
      : [];
  await markUnreachable({ store }, actor.tenant, subscriberIdOf(audience), left);
}

async function requireRole(
  { store, roles, clock }: Ports,
  actor: Actor,
  chat: string,
  wanted: SubscriptionWanted,
): Promise<void> {
  if (hasOneOf(await roles.rolesOf(actor), acceptPartners)) return;
  const event = { kind: 'subscriptionRefused', chat, wanted, why: 'role' } as const;
  await store.commit(actor.tenant, await refusalChanges(store, actor, clock.now(), event));
  throw await roleRefusal(roles, actor, acceptPartners);
}
