import { TurnContext } from 'botbuilder';
import type { DeskActivity } from './activity-schema.ts';
import { sdkActivity } from './sdk-activity.ts';

/** Where to post to this person alone later; undefined in channels and group chats, where others would read it. */
export function privateReference(activity: DeskActivity): Readonly<object> | undefined {
  if (activity.conversation.conversationType !== 'personal') return undefined;
  return TurnContext.getConversationReference(sdkActivity(activity));
}
