/** What a person may want for a channel or group chat, and reasons for refusal. */
export const subscriptionsWanted = ['notifyHere', 'stopNotifying'] as const;
export const subscriptionRefusals = ['role'] as const;

export type SubscriptionWanted = (typeof subscriptionsWanted)[number];

/** Audit events of what channels and group chats are told. `chat`: the channel's id of it. */
export type SubscriptionEvent =
  | { readonly kind: 'chatSubscribed'; readonly chat: string }
  | { readonly kind: 'chatUnsubscribed'; readonly chat: string }
  /** The desk was removed from a chat that was subscribed: nothing reaches it until somebody adds the desk again. */
  | { readonly kind: 'chatLeft'; readonly chat: string }
  /** A person without the role attempted it. Nothing changed. */
  | {
      readonly kind: 'subscriptionRefused';
      readonly chat: string;
      readonly wanted: SubscriptionWanted;
      readonly why: (typeof subscriptionRefusals)[number];
    };
