import { z } from 'zod';
import { subscriptionRefusals, subscriptionsWanted } from '../../../domain/history/subscription-event.ts';
import { text } from './common-schemas.ts';
import { exactly } from './exact-schema.ts';

/** Schemas of the entries about what channels and group chats are told, by kind. */
export const subscriptionEventSchemas = {
  chatSubscribed: exactly({ kind: z.literal('chatSubscribed'), chat: text }),
  chatUnsubscribed: exactly({ kind: z.literal('chatUnsubscribed'), chat: text }),
  chatLeft: exactly({ kind: z.literal('chatLeft'), chat: text }),
  subscriptionRefused: exactly({
    kind: z.literal('subscriptionRefused'),
    chat: text,
    wanted: z.enum(subscriptionsWanted),
    why: z.enum(subscriptionRefusals),
  }),
};
