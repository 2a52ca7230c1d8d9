import { subscriberId, type PersonId, type SubscriberId } from '../identifiers.ts';
import type { Language } from '../language.ts';

/** Whose chat it is: one person's own, or a channel or group chat that several read. */
export type Audience =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'group'; readonly conversation: string };

/** `gone`: the desk was uninstalled or blocked there. */
export const subscriberStates = ['reachable', 'gone'] as const;

/** Where the desk can post without being asked, and what it may post there. */
export interface Subscriber {
  readonly id: SubscriberId;
  readonly audience: Audience;
  /** How the chat is addressed, as the channel gave it; only who posts reads it. */
  readonly reference: Readonly<Record<string, unknown>>;
  /** Of whoever registered it, where the person did not ask for another. */
  readonly language: Language;
  /** Nothing is posted to one that is gone until they return. */
  readonly state: (typeof subscriberStates)[number];
  /** Whether announcements are wanted. Without them, cards that were posted before are still kept up to date. */
  readonly isTold: boolean;
}

/** One subscriber a person and one a channel or group chat. */
export function subscriberIdOf(audience: Audience): SubscriberId {
  const name = audience.kind === 'person' ? audience.person : audience.conversation;
  return subscriberId(`${audience.kind} ${name}`);
}
