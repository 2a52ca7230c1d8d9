import { subscriberId, type PersonId, type SubscriberId } from '../identifiers.ts';
import type { Language } from '../language.ts';

/** The kind of chat: a person's own, or a channel or group chat. */
export type Audience =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'group'; readonly conversation: string };

/** `gone`: the bot was uninstalled or blocked there. */
export const subscriberStates = ['reachable', 'gone'] as const;

/** A chat that the desk can post to proactively. */
export interface Subscriber {
  readonly id: SubscriberId;
  readonly audience: Audience;
  /** The channel's conversation reference; opaque to all but the poster. */
  readonly reference: Readonly<Record<string, unknown>>;
  /** Of the person who registered it, unless they asked for another. */
  readonly language: Language;
  /** Nothing is posted while it is `gone`. */
  readonly state: (typeof subscriberStates)[number];
  /** Whether announcements are wanted. Cards posted before are updated either way. */
  readonly isTold: boolean;
}

/** One subscriber per person, and one per channel or group chat. */
export function subscriberIdOf(audience: Audience): SubscriberId {
  const name = audience.kind === 'person' ? audience.person : audience.conversation;
  return subscriberId(`${audience.kind} ${name}`);
}
